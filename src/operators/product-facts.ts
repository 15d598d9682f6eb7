import { type Permission, type PermissionCatalogue } from '../../libs/permissions';
import { fieldFault } from '../../libs/problems';
import { assertEachPermission } from '../access';
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

/** @throws 422 for each permission of this program that no key for a product can hold. */
export function assertGrantable(grants: readonly Permission[], catalogue: PermissionCatalogue): void {
  const grantable = catalogue.grantableTo('product');
  assertEachPermission('/grants', grants, (grant) =>
    grantable.includes(grant) ? null : fieldFault('not-grantable', {}),
  );
}
