import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { EventLog } from '../audit';
import { isUniqueViolation, type Tx, UnitOfWork } from '../platform/database';
import { notFound, type Page, type PageRequest, toPage } from '../platform/http';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { type ProductEntity } from './product.entity';
import { ProductActivationEntity } from './product-activation.entity';
import { ProductCatalogue } from './product-catalogue';
import { productDisabled, productRetired } from './products.problems';
import { type ProductView } from './products.schema';

/** The products of the platform as one company sees them, and asking for one. */
@Injectable()
export class ProductsService {
  constructor(
    @InjectScoped(ProductActivationEntity)
    private readonly activations: ScopedRepository<ProductActivationEntity>,
    private readonly catalogue: ProductCatalogue,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
  ) {}

  /** By code. */
  async list(principal: Principal, request: PageRequest): Promise<Page<ProductView>> {
    // First, so that who acts for no company is refused whatever there is to sell.
    const known = await this.activations.of(principal).find({});
    const codes = known.map(({ productCode }) => productCode);
    const rows = await this.catalogue.pageFor(request, codes);
    const statusOf = new Map(known.map(({ productCode, status }) => [productCode, status]));
    return toPage(
      rows,
      request.limit,
      ({ code }) => code,
      (row) => toView(row, statusOf.get(row.code) ?? 'none'),
    );
  }

  /**
   * Asks for a product. Asking again, or for one that is enabled, changes nothing.
   * @throws 404 for a product that does not exist, 409 for one that was disabled or is no longer on sale.
   */
  async request(principal: Principal, code: string): Promise<ProductView> {
    try {
      return await this.units.run((tx) => this.requestOnce(principal, code, tx));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // Somebody asked, or an operator decided, at the same moment: now it is a repetition.
      return this.units.run((tx) => this.requestOnce(principal, code, tx));
    }
  }

  private async requestOnce(principal: Principal, code: string, tx: Tx): Promise<ProductView> {
    const product = await this.catalogue.locked(code, tx);
    if (product === null) throw notFound();
    if (product.retiredAt !== null) throw productRetired();
    const activations = this.activations.of(principal, tx);
    const known = await activations.findOne({ productCode: code });
    if (known?.status === 'disabled') throw productDisabled();
    if (known !== null) return toView(product, known.status);
    await activations.insert({ productCode: code, status: 'requested' });
    this.events.append(tx, principal, eventOf(events.productRequested, code, { name: product.name }));
    return toView(product, 'requested');
  }
}

function toView({ code, name }: ProductEntity, activation: ProductView['activation']): ProductView {
  return { code, name, activation };
}
