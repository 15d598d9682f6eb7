import { type FieldFault, type ProblemKind } from '../../../libs/problems';

/** What is told of one case, where the kind of problem does not say enough. */
export interface ProblemDetails<M extends string = string> {
  /** A public sentence about this case. Never holds a secret or another tenant's data. */
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  /** Further public members, such as `missing` or `lockedUntil`: those that the kind names. */
  readonly members?: Readonly<Partial<Record<M, unknown>>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Private: goes to the log, never to the client. */
  readonly cause?: unknown;
}

/** What is wrong with one field; `pointer` is a JSON Pointer (RFC 6901) into the body, or the name of a query parameter. */
export interface FieldError extends FieldFault {
  readonly pointer: string;
}

/** A refusal on its way to the client as RFC 9457 `application/problem+json`. */
export class Problem extends Error {
  constructor(
    readonly kind: ProblemKind,
    readonly details: ProblemDetails = {},
  ) {
    super(details.detail ?? kind.title, { cause: details.cause });
  }
}

/**
 * Lets a kind of refusal be thrown.
 * @param kind from `problems` of `libs/problems`, or what a business module made with `defineProblem` and names in its manifest.
 * @returns what makes one: `throw lastOwner()`, or `throw stepUpFailed({ members: { attemptsLeft: 2 } })`.
 */
export function problem<M extends string>(
  kind: ProblemKind<string, M>,
): (details?: ProblemDetails<M>) => Problem {
  return (details) => new Problem(kind, details);
}
