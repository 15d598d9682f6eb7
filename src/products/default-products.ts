import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { EventLog } from '../audit';
import { type Tx } from '../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { ProductActivationEntity } from './product-activation.entity';
import { ProductCatalogue } from './product-catalogue';

/** Gives a new company what every new one has. */
@Injectable()
export class DefaultProducts {
  constructor(
    @InjectScoped(ProductActivationEntity)
    private readonly activations: ScopedRepository<ProductActivationEntity>,
    private readonly catalogue: ProductCatalogue,
    private readonly events: EventLog,
  ) {}

  /** @param principal acts for the new company. @returns the codes of what it has now. */
  async enable(principal: Principal, tx: Tx): Promise<string[]> {
    const products = await this.catalogue.ofNewCompanies(tx);
    for (const { code, name } of products) {
      await this.activations.of(principal, tx).insert({ productCode: code, status: 'enabled' });
      this.events.append(tx, principal, eventOf(events.productEnabled, code, { name }));
    }
    return products.map(({ code }) => code);
  }
}
