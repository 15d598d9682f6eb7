import { type FindOptionsOrder, type FindOptionsWhere, type ObjectLiteral, type Repository } from 'typeorm';
import { type QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { isId } from '../platform';
import { type Dialect } from '../platform/database';
import { type RowInsert } from './row-insert';
import { ScopedQuery } from './scoped-query';
import { type Tenant } from './tenant';

/** Conditions on a row; the company is not among them, for it is added here. */
export type Where<E> = Omit<FindOptionsWhere<E>, 'companyId'>;

export interface FindChoice<E> {
  readonly where?: Where<E>;
  readonly order?: FindOptionsOrder<E>;
  readonly take?: number;
}

/** What can be asked of one company's rows. There is no way from here to an unscoped query. */
export class TenantRows<E extends ObjectLiteral> {
  constructor(
    protected readonly repository: Repository<E>,
    protected readonly tenant: Tenant,
    protected readonly dialect: Dialect,
  ) {}

  find(choice: FindChoice<E> = {}): Promise<E[]> {
    return this.repository.find({ ...choice, where: this.scoped(choice.where) });
  }

  findOne(where: Where<E>): Promise<E | null> {
    return this.repository.findOne({ where: this.scoped(where) });
  }

  /** The row with this id, or null; also null for text that cannot be an id. */
  async byId(id: string): Promise<E | null> {
    // A cast: every entity with an `id` has it as text, which the type parameter cannot say.
    return isId(id) ? this.findOne({ id } as unknown as Where<E>) : null;
  }

  count(where?: Where<E>): Promise<number> {
    return this.repository.count({ where: this.scoped(where) });
  }

  /** For joins and ranges: a query that has the company in it and cannot lose it. */
  query(alias: string): ScopedQuery<E> {
    return new ScopedQuery(this.repository.createQueryBuilder(alias), alias, this.tenant);
  }

  protected scoped(where?: Where<E>): FindOptionsWhere<E> {
    // Last, so that it wins over whatever a caller smuggled in. A cast: the column's name is known at run time only.
    return { ...where, [this.tenant.column]: this.tenant.companyId } as FindOptionsWhere<E>;
  }
}

/** The rows of one company inside a unit of work. */
export class WritableTenantRows<E extends ObjectLiteral> extends TenantRows<E> {
  constructor(
    repository: Repository<E>,
    tenant: Tenant,
    dialect: Dialect,
    private readonly inserting: RowInsert<E>,
  ) {
    super(repository, tenant, dialect);
  }

  /** The row, locked until the unit ends. SQLite has one writer at a time and needs no lock. */
  lockOne(where: Where<E>): Promise<E | null> {
    if (this.dialect === 'sqlite') return this.findOne(where);
    return this.repository.findOne({ where: this.scoped(where), lock: { mode: 'pessimistic_write' } });
  }

  /**
   * The row, which nobody changes until the unit ends, while any number of units may hold it like this. One that locks it
   * after this may wait for another that does the same: the deadlock makes one of them run again.
   */
  async shareOne(where: Where<E>): Promise<E | null> {
    if (this.dialect === 'sqlite') return this.findOne(where);
    const builder = this.repository
      .createQueryBuilder()
      .setFindOptions({ where: this.scoped(where), take: 1 });
    // TypeORM takes MariaDB 10 for a MySQL beyond 8 and says FOR SHARE, which MariaDB does not know. A cast: it is protected.
    (builder as unknown as Lockable).createLockExpression = () => ' LOCK IN SHARE MODE';
    return builder.getOne();
  }

  insert(values: Omit<E, 'companyId'>): Promise<void> {
    return this.insertAll([values]);
  }

  /** Writes these rows by one statement, or by several where one cannot hold them. */
  async insertAll(rows: readonly Omit<E, 'companyId'>[]): Promise<void> {
    if (rows.length === 0) return;
    // Last, so that it wins over whatever a caller smuggled in.
    const owned = rows.map((values) => ({ ...values, [this.tenant.column]: this.tenant.companyId }));
    await this.inserting.into(this.repository, owned);
  }

  /** @returns how many rows were changed. A row cannot be moved to another company. */
  async update(where: Where<E>, patch: Partial<Omit<E, 'companyId'>>): Promise<number> {
    assertNotEmpty(where);
    if (this.tenant.column in patch) throw new Error('A row does not change its company.');
    // A cast: a plain partial row is one of the things that type allows.
    const result = await this.repository.update(this.scoped(where), patch as QueryDeepPartialEntity<E>);
    return result.affected ?? 0;
  }

  /** @returns how many rows were deleted. */
  async delete(where: Where<E>): Promise<number> {
    assertNotEmpty(where);
    const result = await this.repository.delete(this.scoped(where));
    return result.affected ?? 0;
  }
}

interface Lockable {
  createLockExpression(): string;
}

function assertNotEmpty(where: object): void {
  if (Object.keys(where).length === 0) throw new Error('Say which rows; all of a company is never meant.');
}
