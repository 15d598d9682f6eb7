import { GrantablePermissions, type Permission, type PermissionCatalogue } from '../../libs/permissions';
import { fieldFault } from '../../libs/problems';
import { readGrants } from '../access';
import { type ProductEntity } from '../products';

/** What the log says of a product. */
export function factsOf({ name, grants, permissions, enabledByDefault, forMembers }: ProductEntity) {
  return {
    name,
    grants,
    permissions: (permissions ?? []).map((permission): string => permission.name),
    enabledByDefault,
    forMembers,
  };
}

/** @returns each once. @throws 422 for each permission of this program that no key for a product can hold. */
export function readProductGrants(
  grants: readonly Permission[],
  catalogue: PermissionCatalogue,
): Permission[] {
  const grantable = new GrantablePermissions(catalogue.grantableTo('product'));
  return readGrants('/grants', grants, grantable, () => fieldFault('not-grantable', {}));
}
