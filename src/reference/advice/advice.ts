/** What a page says of a refusal, beside the title that its answers have. */
export interface Advice {
  /** What happened: one or two sentences. */
  readonly cause: string;
  /** What a caller can do about it. */
  readonly remedy: string;
  readonly where: Where;
}

/** Which requests are refused so: a group that the pages have words for, or the names of operations of the OpenAPI document. */
export type Where = Group | readonly string[];

export type Group =
  | 'every'
  | 'files'
  | 'with-body'
  | 'with-credentials'
  | 'with-key'
  | 'idempotent'
  | 'changing'
  | 'stepped-up';

/** Advice about one refusal. */
export function advise(cause: string, remedy: string, where: Where): Advice {
  return { cause, remedy, where };
}
