import { KunciUnavailable } from '../faults';
import { retryAfterSeconds } from './retry-after';

type Send = (request: Request) => Promise<Response>;

export interface RetryOptions {
  /** How long a call may take, with all of its attempts. */
  readonly timeoutMs: number;
  /** How often a request is sent again at most. */
  readonly maxRetries: number;
  /** Whether the request may be sent again, whatever became known of the first. */
  readonly isRepeatable: (request: Request) => boolean;
}

/** Before the first repetition, if the server does not say; each further one waits up to twice as long. */
const firstWaitMs = 100;
/** What the server, or a proxy before it, answers while it cannot do its work just now. */
const passing = [429, 502, 503, 504];

/**
 * Sends a request, and sends it again after a fault that may pass. It waits as long as `Retry-After` says; where that is beyond the
 * time that is left, the answer is handed back at once.
 *
 * @throws KunciUnavailable where there was no answer in time; the reason of the caller's own signal where that was aborted.
 */
export function retryingFetch(send: Send, { timeoutMs, maxRetries, isRepeatable }: RetryOptions): Send {
  return async (request) => {
    const deadline = AbortSignal.timeout(timeoutMs);
    const giveUpAtMs = performance.now() + timeoutMs;
    const most = isRepeatable(request) ? maxRetries : 0;
    for (let retries = 0; ; retries += 1) {
      const outcome = await attempt(send, request, deadline);
      if (retries === most || !mayPass(outcome)) return answerOf(outcome, request, timeoutMs);
      const waitMs = waitOf(outcome, retries);
      if (performance.now() + waitMs >= giveUpAtMs) return answerOf(outcome, request, timeoutMs);
      await drop(outcome);
      await pause(waitMs, request.signal);
    }
  };
}

/** An answer, or what was thrown instead of one. */
type Outcome = { readonly response: Response } | { readonly response: null; readonly thrown: unknown };

async function attempt(send: Send, request: Request, deadline: AbortSignal): Promise<Outcome> {
  try {
    const signal = AbortSignal.any([request.signal, deadline]);
    return { response: await send(new Request(request.clone(), { signal })) };
  } catch (thrown) {
    return { response: null, thrown };
  }
}

function mayPass(outcome: Outcome): boolean {
  return outcome.response === null || passing.includes(outcome.response.status);
}

function waitOf(outcome: Outcome, retries: number): number {
  const told = outcome.response === null ? null : retryAfterSeconds(outcome.response.headers);
  // Not all at the same moment, where many wait for the same server.
  return told === null ? firstWaitMs * 2 ** retries * (0.5 + randomShare() / 2) : told * 1_000;
}

function randomShare(): number {
  const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
  return drawn / 2 ** 32;
}

function answerOf(outcome: Outcome, request: Request, timeoutMs: number): Response {
  if (outcome.response !== null) return outcome.response;
  request.signal.throwIfAborted();
  const isLate = outcome.thrown instanceof Error && outcome.thrown.name === 'TimeoutError';
  const what = isLate ? `Kunci did not answer within ${timeoutMs} ms` : 'Kunci cannot be reached';
  throw new KunciUnavailable(`${what}: ${request.method} ${request.url}`, null, outcome.thrown);
}

/** The connection can be used again once the body is read or given up. */
async function drop(outcome: Outcome): Promise<void> {
  await outcome.response?.body?.cancel();
}

/** Ends early where the caller gives up; the next attempt says so. */
function pause(waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, waitMs);
    signal.addEventListener('abort', done);
  });
}
