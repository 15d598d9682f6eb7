import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { PermissionCatalogue } from '../../libs/permissions';
import { KeptAnswers } from '../access';
import { Clock, Ids } from '../platform';
import { isUniqueViolation, type Tx, UnitOfWork } from '../platform/database';
import { type Page, type PageRequest, toPage } from '../platform/http';
import { PermissionNames, ProductCatalogue, ProductEntity } from '../products';
import { asOperator, type Principal } from '../tenancy';
import { OperatorLog } from './operator-log';
import { productCodeTaken } from './operators.problems';
import { type NewProduct, type PlatformProductView } from './platform-products.schema';
import { factsOf, readProductGrants } from './product-facts';
import { toProductView } from './product-view';

/** What the platform sells. */
@Injectable()
export class PlatformProductsService {
  constructor(
    private readonly permissions: PermissionCatalogue,
    private readonly catalogue: ProductCatalogue,
    private readonly names: PermissionNames,
    private readonly log: OperatorLog,
    private readonly units: UnitOfWork,
    private readonly answers: KeptAnswers,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** By code. */
  async list(request: PageRequest): Promise<Page<PlatformProductView>> {
    const rows = await this.catalogue.page(request);
    return toPage(
      rows,
      request.limit,
      ({ code }) => code,
      (row) => toProductView(row, this.permissions),
    );
  }

  /** @throws 409 `product-code-taken` or `permission-taken`, 422 for what no key for a product can hold. */
  async create(principal: Principal, draft: NewProduct): Promise<PlatformProductView> {
    const row = this.rowOf(draft);
    try {
      await this.units.run((tx) => this.insert(principal, row, tx));
    } catch (error) {
      if (isUniqueViolation(error)) throw productCodeTaken({ cause: error });
      throw error;
    }
    return toProductView(row, this.permissions);
  }

  private rowOf(draft: NewProduct): ProductEntity {
    const { code, name, grants, permissions = [], enabledByDefault = false, forMembers = false } = draft;
    return {
      code,
      name,
      grants: readProductGrants(grants, this.permissions),
      permissions: permissions.map((one) => ({ id: this.ids.next(), name: one.name, label: one.label })),
      enabledByDefault,
      forMembers,
      createdAt: this.clock.now(),
      retiredAt: null,
    };
  }

  private async insert(principal: Principal, row: ProductEntity, tx: Tx): Promise<void> {
    await asOperator(principal, tx).insert(ProductEntity, row);
    const names = (row.permissions ?? []).map(({ name }) => name);
    await this.names.take(row.code, names, tx);
    this.log.append(tx, principal, null, eventOf(events.productCreated, row.code, factsOf(row)));
    this.answers.keep(principal, tx, () => toProductView(row, this.permissions));
  }
}
