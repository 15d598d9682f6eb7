import { type Problem } from '../../../libs/sdk';

/** Kunci refused a request of ours, as RFC 9457 says it: switch on `code`. Trying again as it is does not help. */
export class KunciProblem extends Error {
  override readonly name = 'KunciProblem';
  /** Stable, such as `validation-failed`. */
  readonly code: Problem['code'];
  /** Of HTTP. */
  readonly status: number;
  /** Name it when you ask for help. */
  readonly requestId: string;
  /** The trace of the request, where it came with a `traceparent`; null otherwise. */
  readonly traceId: string | null;
  /** For 422: what is wrong with which field. */
  readonly errors: NonNullable<Problem['errors']>;

  /** @param problem the whole of what Kunci said, with members of its own such as `lockedUntil`. */
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
    this.code = problem.code;
    this.status = problem.status;
    this.requestId = problem.requestId;
    this.traceId = problem.traceId ?? null;
    this.errors = problem.errors ?? [];
  }
}

/** What is known of a fault of which trying again may help. */
interface Unavailability {
  /** What Kunci said about when to come again, or null. */
  readonly retryAfterSeconds: number | null;
  /** Whether this is an outage: no answer came in time, or one of a server that cannot work now (502, 503, 504). */
  readonly isUnreachable: boolean;
  /** What went wrong: a fault of the network, a `KunciProblem`, or the body of an answer that is not Kunci's. */
  readonly cause: unknown;
}

/** There was no answer of Kunci that could be used: it is down, starting, busy, or too slow. Trying again later may help. */
export class KunciUnavailable extends Error {
  override readonly name = 'KunciUnavailable';

  /** Seconds, as Kunci said; null where it did not say. */
  readonly retryAfterSeconds: number | null;
  /**
   * Whether Kunci cannot be reached, so that `maxStaleMs` may count. False where something answered that is no verdict: a limit, a redirect,
   * the page of a proxy.
   */
  readonly isUnreachable: boolean;

  constructor(message: string, { retryAfterSeconds, isUnreachable, cause }: Unavailability) {
    super(message, { cause });
    this.retryAfterSeconds = retryAfterSeconds;
    this.isUnreachable = isUnreachable;
  }
}
