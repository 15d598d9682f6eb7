/** One resource of the catalogue. */
export interface Resource<R extends string, A extends string> {
  readonly resource: R;
  /** English, for people who compose a role. */
  readonly label: string;
  readonly actions: readonly A[];
  /** Belongs to a business module: what companies do with the product, not with their account. */
  readonly business: boolean;
  readonly permissions: readonly `${R}:${A}`[];
}

/** A resource of the platform itself. The type of the result knows each permission by name. */
export function resource<const R extends string, const A extends string>(
  name: R,
  label: string,
  actions: readonly A[],
): Resource<R, A> {
  const permissions = actions.map((action): `${R}:${A}` => `${name}:${action}`);
  return { resource: name, label, actions, business: false, permissions };
}

/** A resource of a business module. */
export function businessModule<const R extends string, const A extends string>(
  name: R,
  label: string,
  actions: readonly A[],
): Resource<R, A> {
  return { ...resource(name, label, actions), business: true };
}
