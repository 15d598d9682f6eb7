import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { eventOf, events } from '../../libs/events';
import { EventLog } from '../audit';
import { isUniqueViolation, type Tx, UnitOfWork } from '../platform/database';
import { notFound, type Page, type PageRequest, toPage } from '../platform/http';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { type ProductEntity } from './product.entity';
import { ProductActivationEntity } from './product-activation.entity';
import { ProductCatalogue } from './product-catalogue';
import { productDisabled } from './products.problems';
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
    const activations = this.activations.of(principal);
    const rows = await this.catalogue.page(request);
    const codes = rows.map(({ code }) => code);
    const known = await activations.find({ where: { productCode: In(codes) } });
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
   * @throws 404 for a product that does not exist, 409 for one that was disabled.
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
    const product = await this.catalogue.byCode(code, tx);
    if (product === null) throw notFound();
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
