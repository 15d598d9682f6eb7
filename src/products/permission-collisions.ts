import { IsNull } from 'typeorm';
import { type PermissionCatalogue } from '../../libs/permissions';
import { StartFault } from '../platform';
import { type Reader } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { ProductEntity } from './product.entity';

/**
 * Compares what the modules protect with what products do. A module may be new to this database, and the name of a product
 * would then mean two things.
 * @throws StartFault that names the product.
 */
export async function assertNoCollision(reader: Reader, catalogue: PermissionCatalogue): Promise<void> {
  const products = await managerOf(reader).findBy(ProductEntity, { retiredAt: IsNull() });
  for (const { code, permissions } of products) {
    const found = permissions?.find(({ name }) => catalogue.hasResourceOf(name));
    if (found === undefined) continue;
    const [resource = ''] = found.name.split(':');
    throw new StartFault(
      `The product “${code}” has a permission “${found.name}”, and a module of this server protects “${resource}”. ` +
        'Give the resource of the module another name in its manifest.ts; or start the server without the module, and remove ' +
        `the permission with PATCH /api/v1/platform/products/${code} or retire the product.`,
    );
  }
}
