import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { type Permission, PermissionCatalogue } from '../../libs/permissions';
import { fieldFault } from '../../libs/problems';
import { assertEachPermission, KeptAnswers } from '../access';
import { Clock, shownTime } from '../platform';
import { isUniqueViolation, type Tx, UnitOfWork } from '../platform/database';
import { type Page, type PageRequest, toPage } from '../platform/http';
import { ProductCatalogue, ProductEntity } from '../products';
import { asOperator, type Principal } from '../tenancy';
import { OperatorLog } from './operator-log';
import { productCodeTaken } from './operators.problems';
import { type NewProduct, type PlatformProductView } from './platform-products.schema';

/** What the platform sells. */
@Injectable()
export class PlatformProductsService {
  constructor(
    private readonly permissions: PermissionCatalogue,
    private readonly catalogue: ProductCatalogue,
    private readonly log: OperatorLog,
    private readonly units: UnitOfWork,
    private readonly answers: KeptAnswers,
    private readonly clock: Clock,
  ) {}

  /** By code. */
  async list(request: PageRequest): Promise<Page<PlatformProductView>> {
    const rows = await this.catalogue.page(request);
    return toPage(
      rows,
      request.limit,
      ({ code }) => code,
      (row) => this.toView(row),
    );
  }

  /** @throws 409 `product-code-taken`. */
  async create(principal: Principal, draft: NewProduct): Promise<PlatformProductView> {
    this.assertGrantable(draft.grants);
    const row = { ...draft, grants: [...new Set(draft.grants)], createdAt: this.clock.now() };
    try {
      await this.units.run((tx) => this.insert(principal, row, tx));
    } catch (error) {
      if (isUniqueViolation(error)) throw productCodeTaken({ cause: error });
      throw error;
    }
    return this.toView(row);
  }

  private async insert(principal: Principal, row: ProductEntity, tx: Tx): Promise<void> {
    await asOperator(principal, tx).insert(ProductEntity, row);
    const { code, name, grants } = row;
    this.log.append(tx, principal, null, eventOf(events.productCreated, code, { name, grants }));
    this.answers.keep(principal, tx, () => this.toView(row));
  }

  /** @throws 422 for each permission that no key for a product can hold. */
  private assertGrantable(grants: readonly Permission[]): void {
    const grantable = this.permissions.grantableTo('product');
    assertEachPermission('/grants', grants, (grant) =>
      grantable.includes(grant) ? null : fieldFault('not-grantable', {}),
    );
  }

  private toView({ code, name, grants, createdAt }: ProductEntity): PlatformProductView {
    // A permission that a later version dropped grants nothing.
    const known = this.permissions.grantableTo('product').filter((permission) => grants.includes(permission));
    return { code, name, grants: [...known], createdAt: shownTime(createdAt, code) };
  }
}
