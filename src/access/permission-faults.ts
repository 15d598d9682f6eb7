import { type GrantablePermissions, type Permission } from '../../libs/permissions';
import { type FieldFault } from '../../libs/problems';
import { invalidFields } from '../platform/http';

/**
 * Judges a list of permissions that was sent.
 * @param field where the list stands in the body, for example `/permissions`.
 * @param faultOf null for a permission that is accepted.
 * @throws 422 that points at each of the others.
 */
export function assertEachPermission(
  field: string,
  permissions: readonly Permission[],
  faultOf: (permission: Permission) => FieldFault | null,
): void {
  const errors = permissions.flatMap((permission, at) => {
    const fault = faultOf(permission);
    return fault === null ? [] : [{ pointer: `${field}/${at}`, ...fault }];
  });
  if (errors.length > 0) throw invalidFields(...errors);
}

/**
 * Reads what was given, in which `orders:*` stands for all of a resource that can be given here.
 * @param faultOf what to say of one that stands for nothing.
 * @returns the permissions, each once.
 * @throws 422 that points at each of those.
 */
export function readGrants(
  field: string,
  grants: readonly Permission[],
  grantable: GrantablePermissions,
  faultOf: (grant: Permission) => FieldFault,
): Permission[] {
  assertEachPermission(field, grants, (grant) =>
    grantable.namedBy(grant).length === 0 ? faultOf(grant) : null,
  );
  return grantable.allNamedBy(grants);
}
