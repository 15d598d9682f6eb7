/**
 * What a handler does with each field of a PATCH. A handler that builds one with `satisfies PatchFields<ItsPatch, …>` does not compile
 * until every field of its schema is in it, so that no field is accepted and ignored.
 */
export type PatchFields<P extends object, R> = {
  readonly [F in keyof P]-?: (value: Exclude<P[F], undefined>) => R;
};

/**
 * @returns for each field that a patch names, in the order of `fields`, what carries it out. A field that is absent stays as it
 * is; null is a value like others.
 */
export function namedFields<P extends object, R>(patch: P, fields: PatchFields<P, R>): (() => R)[] {
  // A cast: Object.keys cannot promise that there is nothing else in an object; these are written out by hand.
  const names = Object.keys(fields) as (keyof P)[];
  return names.flatMap((name) => {
    const value = patch[name];
    // A cast: what is left of the type once undefined is out, which the compiler does not follow for an open type.
    return value === undefined ? [] : [() => fields[name](value as Exclude<P[keyof P], undefined>)];
  });
}

/** The changes that a patch makes, put together. */
export function changesOf<P extends object, C extends object>(
  patch: P,
  fields: PatchFields<P, Partial<C>>,
): Partial<C> {
  const changes: Partial<C> = {};
  for (const change of namedFields(patch, fields)) Object.assign(changes, change());
  return changes;
}
