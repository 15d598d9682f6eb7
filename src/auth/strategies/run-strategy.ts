import { type Strategy } from 'passport';
import { type Presented } from './presented';

/** The part of a request that our strategies read. */
export interface PassportRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/**
 * Runs a passport strategy as passport does, with what it calls put on a copy, but without the per-request ceremony of
 * the middleware, which costs more than the strategy.
 * @returns what the strategy read, or null when it failed.
 */
export function runStrategy(strategy: Strategy, request: PassportRequest): Promise<Presented | null> {
  return new Promise((resolve, reject) => {
    // A cast: passport attaches these callbacks to a copy for each attempt, and its types cannot say so.
    const attempt = Object.create(strategy) as Attempt;
    attempt.success = resolve;
    attempt.fail = () => resolve(null);
    attempt.error = reject;
    attempt.authenticate(request);
  });
}

interface Attempt {
  success: (presented: Presented) => void;
  fail: () => void;
  error: (error: unknown) => void;
  authenticate(request: PassportRequest): void;
}
