/** A part that may be undefined is one that may be absent. */
type Given<T> = { [Part in keyof T]?: Exclude<T[Part], undefined> };

/** The parts that there are: one that is undefined would replace what stands before it in a spread. */
export function given<T extends object>(parts: T): Given<T> {
  // A cast: the entries are those of `parts`, without what is undefined.
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Given<T>;
}
