import { Brackets, type EntityTarget, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { type Tenant } from './tenant';

/**
 * A query over one company's rows. It only ever grows by AND, each condition in brackets, so the company that stands first
 * holds whatever follows; TypeORM's own builder would drop it at a second `where` or an `orWhere`.
 */
export class ScopedQuery<E extends ObjectLiteral> {
  constructor(
    private readonly builder: SelectQueryBuilder<E>,
    private readonly alias: string,
    tenant: Tenant,
  ) {
    builder.where(`${alias}.${tenant.column} = :tenantCompanyId`, { tenantCompanyId: tenant.companyId });
  }

  /** Puts the one row of `entity` that fits, and belongs to the same company, under `property` of each row found. */
  joinOne<J extends ObjectLiteral, P extends string>(
    property: P,
    entity: EntityTarget<J>,
    on: string,
  ): ScopedQuery<E & Record<P, J>> {
    return this.joinShared(property, entity, `${property}.companyId = :tenantCompanyId AND (${on})`);
  }

  /** The same for an entity that belongs to no company, such as the person behind a member. */
  joinShared<J extends ObjectLiteral, P extends string>(
    property: P,
    entity: EntityTarget<J>,
    on: string,
  ): ScopedQuery<E & Record<P, J>> {
    // TypeORM types the target as a class or a string only; an EntityTarget of ours always is a class.
    this.builder.innerJoinAndMapOne(`${this.alias}.${property}`, entity as () => J, property, on);
    // A cast: the join has just added the property.
    return this as unknown as ScopedQuery<E & Record<P, J>>;
  }

  and(condition: string, parameters: ObjectLiteral = {}): this {
    this.builder.andWhere(new Brackets((inner) => inner.where(condition, parameters)));
    return this;
  }

  /** @param property with its alias, as in the conditions: `invoice.id`. */
  orderBy(property: string, direction: 'ASC' | 'DESC'): this {
    this.builder.addOrderBy(property, direction);
    return this;
  }

  limit(count: number): this {
    this.builder.limit(count);
    return this;
  }

  all(): Promise<E[]> {
    return this.builder.getMany();
  }

  count(): Promise<number> {
    return this.builder.getCount();
  }
}
