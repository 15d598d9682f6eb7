import { type Strategy } from 'passport';
import { type PresentedCredential } from './presented-credential';

/** The part of a request that our strategies read. */
export interface PassportRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a passport strategy as passport does, with what it calls put on a copy, but without the per-request ceremony of
 * the middleware, which costs more than the strategy. Ours read and decide nothing, so they answer before they return.
 * @returns what the strategy read, or null when it failed. @throws what went wrong in it, or when it did not answer.
 */
export function runStrategy(strategy: Strategy, request: PassportRequest): PresentedCredential | null {
  let answer: Answer | null = null;
  // A cast: passport attaches these callbacks to a copy for each attempt, and its types cannot say so.
  const attempt = Object.create(strategy) as Attempt;
  attempt.success = (presented) => (answer = { presented });
  attempt.fail = () => (answer = { presented: null });
  attempt.error = (fault) => {
    throw fault;
  };
  attempt.authenticate(request);
  return answerOf(answer);
}

interface Answer {
  readonly presented: PresentedCredential | null;
}

interface Attempt {
  success: (presented: PresentedCredential) => void;
  fail: () => void;
  error: (fault: unknown) => void;
  authenticate(request: PassportRequest): void;
}

function answerOf(answer: Answer | null): PresentedCredential | null {
  if (answer === null) throw new Error('A strategy did not answer.');
  return answer.presented;
}
