import { Deadline } from '../../../../libs/sdk/deadline';
import { retryAfterSeconds } from '../../../../libs/sdk/retry-after';
import { KunciUnavailable } from '../faults';

type Send = (request: Request, init: RequestInit) => Promise<Response>;

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
 * time that is left, the answer is handed back at once. An answer is handed back with its whole body.
 *
 * @throws KunciUnavailable where there was no answer in time; the reason of the caller's own signal where that was aborted.
 */
export function retryingFetch(send: Send, options: RetryOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const deadline = new Deadline(options.timeoutMs, request.signal);
    try {
      return await repeat(send, request, deadline, options);
    } finally {
      deadline.release();
    }
  };
}

async function repeat(
  send: Send,
  request: Request,
  deadline: Deadline,
  { timeoutMs, maxRetries, isRepeatable }: RetryOptions,
): Promise<Response> {
  const giveUpAtMs = performance.now() + timeoutMs;
  const most = isRepeatable(request) ? maxRetries : 0;
  for (let retries = 0; ; retries += 1) {
    const outcome = await attempt(send, request, deadline);
    const isOver = retries === most || deadline.signal.aborted;
    if (isOver || !mayPass(outcome)) return answerOf(outcome, request, timeoutMs);
    const waitMs = waitOf(outcome, retries);
    if (performance.now() + waitMs >= giveUpAtMs) return answerOf(outcome, request, timeoutMs);
    await pause(waitMs, deadline.signal);
  }
}

/** An answer, or what was thrown instead of one. */
type Outcome = { readonly response: Response } | { readonly response: null; readonly thrown: unknown };

async function attempt(send: Send, request: Request, deadline: Deadline): Promise<Outcome> {
  try {
    // A redirect is not followed: it would take the keys to another server, whose answer would count as a verdict.
    const sent = new Request(request.clone(), { signal: deadline.signal, redirect: 'manual' });
    // Again in `init`, since a request holds its signal weakly: once the garbage collector has run, the one in `sent` may do nothing.
    const answering = send(sent, { signal: deadline.signal }).then(withWholeBody);
    return { response: await deadline.within(answering) };
  } catch (thrown) {
    return { response: null, thrown };
  }
}

/** The body is read here, so that the deadline covers it. */
async function withWholeBody(response: Response): Promise<Response> {
  // As 204 and 304 are, of which no copy with a body can be made.
  if (response.body === null) return response;
  const copy = new Response(await response.arrayBuffer(), response);
  return Object.defineProperty(copy, 'url', { value: response.url });
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
  const { thrown: cause } = outcome;
  request.signal.throwIfAborted();
  const isLate = cause instanceof Error && cause.name === 'TimeoutError';
  const what = isLate ? `Kunci did not answer within ${timeoutMs} ms` : 'Kunci cannot be reached';
  const message = `${what}: ${request.method} ${request.url}`;
  throw new KunciUnavailable(message, { retryAfterSeconds: null, isUnreachable: true, cause });
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
