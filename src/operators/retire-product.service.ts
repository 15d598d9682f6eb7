import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';
import { eventOf, events } from '../../libs/events';
import { PermissionCatalogue } from '../../libs/permissions';
import { type AppendedEvent } from '../audit';
import { Clock } from '../platform';
import { type Tx, UnitOfWork } from '../platform/database';
import { notFound } from '../platform/http';
import { PermissionNames, ProductActivationEntity, ProductCatalogue, ProductEntity } from '../products';
import { asOperator, type Principal } from '../tenancy';
import { OperatorLog } from './operator-log';
import { type ChangedProduct } from './platform-products.schema';
import { toProductView } from './product-view';

/** Takes products off sale for good. Doing it again changes nothing. */
@Injectable()
export class RetireProductService {
  constructor(
    private readonly permissions: PermissionCatalogue,
    private readonly catalogue: ProductCatalogue,
    private readonly names: PermissionNames,
    private readonly log: OperatorLog,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** From now on no company has the product, and its keys are refused. @throws 404. */
  async retire(principal: Principal, code: string): Promise<ChangedProduct> {
    const { view, event } = await this.units.run(
      async (tx) => {
        const product = await this.catalogue.locked(code, tx);
        if (product === null) throw notFound();
        const event =
          product.retiredAt === null
            ? await this.end(principal, product, tx)
            : await this.log.earlier(
                principal,
                { companyId: null, kind: events.productRetired, targetId: code },
                tx,
              );
        return { view: toProductView(product, this.permissions), event };
      },
      { ends: true },
    );
    return { ...view, revocation: await this.log.receipt(event) };
  }

  private async end(principal: Principal, product: ProductEntity, tx: Tx): Promise<AppendedEvent> {
    const { code, name, permissions } = product;
    product.retiredAt = this.clock.now();
    const rows = asOperator(principal, tx);
    await rows.update(ProductEntity, { code }, { retiredAt: product.retiredAt });
    const withIt = { productCode: code, status: Not('disabled' as const) };
    await rows.update(ProductActivationEntity, withIt, { status: 'disabled' });
    await this.names.release(code, permissions?.map((permission) => permission.name) ?? [], tx);
    return this.log.append(tx, principal, null, eventOf(events.productRetired, code, { name }));
  }
}
