import { type PermissionCatalogue } from '../../libs/permissions';
import { shownTime } from '../platform';
import { type ProductEntity } from '../products';
import { type PlatformProductView } from './platform-products.schema';

/** A product as operators see it. A grant that a later version dropped means nothing. */
export function toProductView(product: ProductEntity, catalogue: PermissionCatalogue): PlatformProductView {
  const { code, name, grants, permissions, enabledByDefault, forMembers, createdAt, retiredAt } = product;
  const known = catalogue.grantableTo('product').filter((permission) => grants.includes(permission));
  return {
    code,
    name,
    permissions: (permissions ?? []).map((one) => ({ name: one.name, label: one.label })),
    grants: [...known],
    enabledByDefault,
    forMembers,
    createdAt: shownTime(createdAt, code),
    retiredAt: retiredAt === null ? null : shownTime(retiredAt, code),
  };
}
