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

/** There was no answer of Kunci that could be used: it is down, starting, busy, or too slow. Trying again later may help. */
export class KunciUnavailable extends Error {
  override readonly name = 'KunciUnavailable';

  /**
   * @param retryAfterSeconds what Kunci said about when to come again, or null.
   * @param cause what went wrong: a fault of the network, a `KunciProblem`, or the status of an answer that is not Kunci's.
   */
  constructor(
    message: string,
    readonly retryAfterSeconds: number | null,
    cause: unknown,
  ) {
    super(message, { cause });
  }
}
