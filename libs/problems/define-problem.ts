/** One kind of refusal: what a client is told of it, whatever the case. */
export interface ProblemKind<C extends string = string, M extends string = string> {
  /** Stable, kebab-case; clients switch on it. */
  readonly code: C;
  /** Of HTTP, 400 to 599. */
  readonly status: number;
  /** A public sentence without any detail of the case. */
  readonly title: string;
  /** The names of the further members that an answer may have, such as `attemptsLeft`. */
  readonly members: readonly M[];
}

/**
 * Defines a kind of refusal. The core's stand in `catalogue.ts`; a business module defines its own and hands them over in its
 * manifest. `problemCatalogue` checks them when the server boots.
 *
 * @param code kebab-case, never renamed: clients switch on it
 * @param status of HTTP, 400 to 599
 * @param title a public sentence without any detail of the case
 * @param members names of what an answer may say besides: limits, times, names; never what was sent
 */
export function defineProblem<const C extends string, const M extends string = never>(
  code: C,
  status: number,
  title: string,
  members: readonly M[] = [],
): ProblemKind<C, M> {
  return { code, status, title, members };
}
