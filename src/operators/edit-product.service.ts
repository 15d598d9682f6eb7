import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { PermissionCatalogue, type ProductPermission } from '../../libs/permissions';
import { Ids } from '../platform';
import { type Tx, UnitOfWork } from '../platform/database';
import { changesOf, notFound, type PatchFields } from '../platform/http';
import { PermissionNames, ProductCatalogue, ProductEntity, productRetired } from '../products';
import { asOperator, type Principal } from '../tenancy';
import { OperatorLog } from './operator-log';
import { permissionHeld } from './operators.problems';
import { countHolders } from './permission-holders';
import { type ChangedProduct, type DefinedPermission, type ProductPatch } from './platform-products.schema';
import { factsOf, readProductGrants } from './product-facts';
import { toProductView } from './product-view';

/** Changes what a product is called, what it protects, and who has it. */
@Injectable()
export class EditProductService {
  constructor(
    private readonly permissions: PermissionCatalogue,
    private readonly catalogue: ProductCatalogue,
    private readonly names: PermissionNames,
    private readonly log: OperatorLog,
    private readonly units: UnitOfWork,
    private readonly ids: Ids,
  ) {}

  /**
   * A permission that is missing from the new list is taken from every key and role at once: they hold it by its id.
   * @param force also while keys hold it.
   * @throws 404, 409 `product-retired`, `permission-taken`, or `permission-held` with how many `keys` hold what would be removed.
   */
  async update(
    principal: Principal,
    code: string,
    patch: ProductPatch,
    force: boolean,
  ): Promise<ChangedProduct> {
    // Before anything is looked for.
    readProductGrants(patch.grants ?? [], this.permissions);
    const work = async (tx: Tx) => {
      const product = await this.catalogue.locked(code, tx);
      if (product === null) throw notFound();
      if (product.retiredAt !== null) throw productRetired();
      const changes = changesOf<ProductPatch, ProductEntity>(patch, this.fieldsFor(product));
      const changed: ProductEntity = Object.assign({}, product, changes);
      const removed = await this.rename(principal, product, changed, force, tx);
      if (Object.keys(changes).length > 0)
        await asOperator(principal, tx).update(ProductEntity, { code }, changes);
      const facts = { ...factsOf(changed), removed };
      const event = this.log.append(tx, principal, null, eventOf(events.productUpdated, code, facts));
      return { view: toProductView(changed, this.permissions), event };
    };
    const { view, event } = await this.units.run(work, { ends: force || narrows(patch) });
    return { ...view, revocation: await this.log.receipt(event) };
  }

  private fieldsFor(product: ProductEntity) {
    return {
      name: (name) => ({ name }),
      permissions: (permissions) => ({ permissions: this.redefined(product, permissions) }),
      grants: (grants) => ({ grants: readProductGrants(grants, this.permissions) }),
      enabledByDefault: (enabledByDefault) => ({ enabledByDefault }),
      forMembers: (forMembers) => ({ forMembers }),
    } satisfies PatchFields<ProductPatch, Partial<ProductEntity>>;
  }

  /** One that keeps its name keeps its id, and so stays where it is held. */
  private redefined(product: ProductEntity, wanted: readonly DefinedPermission[]): ProductPermission[] {
    const ids = new Map(product.permissions?.map(({ name, id }) => [name, id]));
    return wanted.map(({ name, label }) => ({ id: ids.get(name) ?? this.ids.next(), name, label }));
  }

  /** Takes the names that are new and gives back those that are gone. @returns these. */
  private async rename(
    principal: Principal,
    before: ProductEntity,
    after: ProductEntity,
    force: boolean,
    tx: Tx,
  ): Promise<string[]> {
    const removed = without(before, after);
    if (!force) {
      const keys = await countHolders(principal, before.code, removed, tx);
      if (keys > 0) throw permissionHeld({ members: { keys } });
    }
    const names = removed.map(({ name }) => name);
    await this.names.release(before.code, names, tx);
    const added = without(after, before).map(({ name }) => name);
    await this.names.take(before.code, added, tx);
    return names;
  }
}

/** Whether this may take something from keys and roles even without force. */
function narrows({ grants, forMembers }: ProductPatch): boolean {
  return grants !== undefined || forMembers === false;
}

/** The permissions of one that the other does not have. */
function without(one: ProductEntity, other: ProductEntity): ProductPermission[] {
  const ids = new Set(other.permissions?.map(({ id }) => id));
  return (one.permissions ?? []).filter(({ id }) => !ids.has(id));
}
