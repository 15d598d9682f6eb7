/** Permissions as the log says them: those of the program by name, those of products by id and name. */
export interface LoggedPermissions {
  readonly permissions?: readonly string[] | null;
  readonly productPermissions?: readonly { readonly id: string }[];
}

/** How they are stored. Null for all that a key of its kind may have, undefined where the event says nothing of them. */
export function storedFrom({ permissions, productPermissions = [] }: LoggedPermissions) {
  return permissions && [...permissions, ...productPermissions.map(({ id }) => id)];
}
