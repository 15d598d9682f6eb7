import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { type Permission, PermissionCatalogue } from '../../libs/permissions';
import { Clock, dayMs } from '../platform';
import { isUniqueViolation, type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { ProductPermissionNameEntity } from './product-permission-name.entity';
import { permissionTaken } from './products.problems';

/** Services may still ask for a removed permission by its name, and must not mean another product's. */
const keptMs = 180 * dayMs;

/** Which product has which name of a permission. No two have the same, and none has one of a module. */
@Injectable()
export class PermissionNames {
  constructor(
    private readonly catalogue: PermissionCatalogue,
    private readonly clock: Clock,
  ) {}

  /** Gives a product these names. @throws 409 `permission-taken` for the first that it cannot have. */
  async take(productCode: string, names: readonly Permission[], tx: Tx): Promise<void> {
    // In one order, so that two products which want the same names do not wait for each other.
    for (const name of names.toSorted()) {
      if (this.catalogue.hasResourceOf(name)) throw permissionTaken({ members: { permission: name } });
      await this.takeOne(productCode, name, tx);
    }
  }

  /** The product no longer uses these names. They stay its own for 180 days. */
  async release(productCode: string, names: readonly Permission[], tx: Tx): Promise<void> {
    if (names.length === 0) return;
    const where = { productCode, name: In([...names]) };
    await managerOf(tx).update(ProductPermissionNameEntity, where, { removedAt: this.clock.now() });
  }

  private async takeOne(productCode: string, name: Permission, tx: Tx): Promise<void> {
    const taken = permissionTaken({ members: { permission: name } });
    const rows = managerOf(tx).getRepository(ProductPermissionNameEntity);
    const known = await rows.findOneBy({ name });
    if (known === null) {
      try {
        await rows.insert({ name, productCode, removedAt: null });
      } catch (error) {
        // Another product took it at the same moment.
        throw isUniqueViolation(error) ? taken : error;
      }
      return;
    }
    const { removedAt } = known;
    const isOwn = known.productCode === productCode;
    if (!isOwn && !this.isFree(removedAt)) throw taken;
    // Its former product may take it back at the same moment, which changes nothing but the time.
    const unchanged = isOwn ? {} : { removedAt: removedAt ?? IsNull() };
    const seen = { name, productCode: known.productCode, ...unchanged };
    const { affected } = await rows.update(seen, { productCode, removedAt: null });
    if (affected !== 1) throw taken;
  }

  private isFree(removedAt: Date | null): boolean {
    return removedAt !== null && removedAt.getTime() + keptMs <= this.clock.now().getTime();
  }
}
