/** One kind of refusal, declared once in a module's `x.problems.ts`. */
export interface ProblemKind {
  /** Stable, kebab-case; clients switch on it. */
  readonly code: string;
  readonly status: number;
  /** A public sentence without any detail of the case. */
  readonly title: string;
}

export interface ProblemCase {
  /** A public sentence about this case. Never holds a secret or another tenant's data. */
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** Further public members, such as `missing` or `lockedUntil`. */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Private: goes to the log, never to the client. */
  readonly cause?: unknown;
}

/** What is wrong with one field; `pointer` is a JSON Pointer (RFC 6901) into the body, or the name of a query parameter. */
export interface FieldError {
  readonly pointer: string;
  readonly detail: string;
}

/** A refusal on its way to the client as RFC 9457 `application/problem+json`. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly case_: ProblemCase = {},
  ) {
    super(case_.detail ?? kind.title, { cause: case_.cause });
  }
}

/**
 * Declares a kind of refusal.
 * @returns what makes one: `throw lastOwner()`, or `throw stepUpFailed({ members: { attemptsLeft: 2 } })`.
 */
export function problem(code: string, status: number, title: string): (case_?: ProblemCase) => Problem {
  const kind: ProblemKind = { code, status, title };
  return (case_) => new Problem(kind, case_);
}
