import { type ObjectLiteral, type Repository } from 'typeorm';
import { type Dialect, type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { RowInsert } from './row-insert';
import { type Principal } from './principal';
import { noCompany } from './tenancy.problems';
import { TenantRows, WritableTenantRows } from './tenant-rows';

/**
 * The one way to a tenant's rows. What `of` returns knows the company and adds it to every statement, so a caller can
 * neither forget it nor name another.
 */
export class ScopedRepository<E extends ObjectLiteral> {
  private inserting: RowInsert<E> | null = null;

  /**
   * @param rows of all companies, on connections that cannot write.
   * @param tenantColumn the property that names the company: `companyId`, or `id` for the companies themselves.
   */
  constructor(
    private readonly rows: Repository<E>,
    private readonly dialect: Dialect,
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
    if (tx === undefined) return new TenantRows(this.rows, tenant, this.dialect);
    this.inserting ??= new RowInsert(this.rows);
    return new WritableTenantRows(
      managerOf(tx).getRepository(this.rows.target),
      tenant,
      tx.dialect,
      this.inserting,
    );
  }
}
