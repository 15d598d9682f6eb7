import type { ProblemCode } from '../../../libs/problems';

/** What is wrong with one field. `useFieldText()` says it in the user's language. */
export interface FieldFault {
  /** One of the server's field-fault codes; a newer server may have more of them. */
  readonly code: string;
  /** Limits and names, such as `min`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The server's own words, in English. */
  readonly detail: string;
}

/** One field the server did not accept; `pointer` is a JSON Pointer into the body, or the name of a query parameter. */
export interface FieldProblem extends FieldFault {
  readonly pointer: string;
}

/** What the server says when it refuses. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  /** The server's own sentence, in English. */
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  /** Everything the server said, for members such as `attemptsLeft`, `lockedUntil` or `missing`. */
  readonly members: Readonly<Record<string, unknown>>;
  /** From `Retry-After`. */
  readonly retryAfterSeconds: number | null;
}

/** A refusal by the server (RFC 9457). `code` is what to switch on; `useProblemText()` says it in the user's language. */
export class ApiProblem extends Error implements Refusal {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly members: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds: number | null;

  constructor(refusal: Refusal) {
    super(refusal.detail);
    this.status = refusal.status;
    this.code = refusal.code;
    this.detail = refusal.detail;
    this.errors = refusal.errors;
    this.members = refusal.members;
    this.retryAfterSeconds = refusal.retryAfterSeconds;
  }
}

/** No answer came, or one that is not the server's: the network is gone, or whatever stands before the server. */
export class Unreachable extends Error {}

/** Whether it is a refusal by the server, and of this code if one is given. */
export function isProblem(error: unknown, code?: ProblemCode): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}

/** Reads the problem in a response that is not a success. */
export async function problemOf(response: Response): Promise<ApiProblem | Unreachable> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) return new Unreachable(`HTTP ${response.status}`);
  const members = (await response.clone().json()) as Record<string, unknown>; // An object, by RFC 9457.
  const { code, detail, errors } = members;
  return new ApiProblem({
    status: response.status,
    code: typeof code === 'string' ? code : 'internal-error',
    detail: typeof detail === 'string' ? detail : '',
    errors: Array.isArray(errors) ? errors.flatMap(toFieldProblem) : [],
    members,
    retryAfterSeconds: retryAfterOf(response),
  });
}

/** None for what does not say which field it is about. A server older than this console says no code. */
function toFieldProblem(value: unknown): FieldProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  const { pointer, code, params, detail } = value as Record<string, unknown>; // An object, by the line above.
  if (typeof pointer !== 'string') return [];
  return [
    {
      pointer,
      code: typeof code === 'string' ? code : 'invalid',
      // A cast: an object, whose values are read one by one.
      params: typeof params === 'object' ? ((params ?? {}) as Record<string, unknown>) : {},
      detail: typeof detail === 'string' ? detail : '',
    },
  ];
}

function retryAfterOf(response: Response): number | null {
  const text = response.headers.get('retry-after');
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}
