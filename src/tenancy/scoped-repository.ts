import { type EntityTarget, type ObjectLiteral } from 'typeorm';
import { type Reader, type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type Principal } from './principal';
import { noCompany } from './tenancy.problems';
import { TenantRows, WritableTenantRows } from './tenant-rows';

/**
 * The one way to a tenant's rows. What `of` returns knows the company and adds it to every statement, so a caller can
 * neither forget it nor name another.
 */
export class ScopedRepository<E extends ObjectLiteral> {
  /** @param tenantColumn the property that names the company: `companyId`, or `id` for the companies themselves. */
  constructor(
    private readonly entity: EntityTarget<E>,
    private readonly reader: Reader,
    private readonly tenantColumn: string = 'companyId',
  ) {}

  /**
   * The rows of the principal's company: to read, and inside a unit of work also to write.
   * @throws a 403 problem when the principal acts for no company.
   */
  of(principal: Principal, tx: Tx): WritableTenantRows<E>;
  of(principal: Principal, tx?: Tx): TenantRows<E>;
  of(principal: Principal, tx?: Tx): TenantRows<E> {
    if (principal.company === null) throw noCompany();
    const tenant = { column: this.tenantColumn, companyId: principal.company.id };
    const source = tx ?? this.reader;
    const repository = managerOf(source).getRepository(this.entity);
    return tx
      ? new WritableTenantRows(repository, tenant, tx.dialect)
      : new TenantRows(repository, tenant, source.dialect);
  }
}
