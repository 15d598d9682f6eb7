/** `resource:action`, for example `sales-invoices:read`. Which ones there are, the catalogue of a server says. */
export type Permission = `${string}:${string}`;

/** Something that permissions are about, and what can be done to it. */
export interface Resource<R extends string = string, A extends string = string> {
  readonly resource: R;
  /** English, for people who compose a role: the heading of its actions. */
  readonly label: string;
  /** What each action is called, in English: `{ read: 'See the invoices' }`. */
  readonly actions: Readonly<Record<A, string>>;
  /** One for each action, in their order. */
  readonly permissions: readonly `${R}:${A}`[];
}

/**
 * Declares a resource. The type of the result knows each permission by name.
 *
 * @param name lower case, for example `sales-invoices`
 * @param actions each with its English label
 * @throws for a name or an action that no permission can hold
 */
export function resource<const R extends string, const A extends string>(
  name: R,
  label: string,
  actions: Readonly<Record<A, string>>,
): Resource<R, A> {
  // A cast: Object.keys cannot promise that there are no further keys; an object literal has none.
  const permissions = (Object.keys(actions) as A[]).map((action): `${R}:${A}` => `${name}:${action}`);
  const bad = permissions.find((permission) => !isWellFormed(permission));
  if (bad !== undefined)
    throw new Error(
      `“${bad}” cannot be a permission. A resource and an action are of a to z, 0 to 9, “-” and, in a resource, “.”; ` +
        'a resource is not called “all”, an action not “manage”.',
    );
  return { resource: name, label, actions, permissions };
}

/** Whether a text can be a permission. CASL reads the subject `all` and the action `manage` as "everything". */
export function isWellFormed(text: string): boolean {
  return /^(?!all:)[a-z][a-z0-9.-]{0,47}:(?!manage$)[a-z][a-z0-9-]{0,47}$/.test(text);
}
