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

  /**
   * Puts the row of `entity` that matches, and belongs to the same company, under `property` of each row found; null where
   * there is none. It is a left join so that the database cannot begin with it: it would then read and sort all rows of the
   * company to find the first few.
   */
  leftJoin<J extends ObjectLiteral, P extends string>(
    property: P,
    entity: EntityTarget<J>,
    on: string,
    parameters: ObjectLiteral = {},
  ): ScopedQuery<E & Record<P, J | null>> {
    assertNoCompany(parameters);
    const condition = `${property}.companyId = :tenantCompanyId AND (${on})`;
    // A cast: TypeORM takes a class here, as ours all are, and types it as a function.
    const target = entity as () => J;
    this.builder.leftJoinAndMapOne(`${this.alias}.${property}`, target, property, condition, parameters);
    // A cast: the join has just added the property. The rule would take the cast away, and the property with it.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion
    return this as unknown as ScopedQuery<E & Record<P, J | null>>;
  }

  /** Puts the company itself under `property` of each row found. @param entity the entity of companies. */
  joinTenant<J extends ObjectLiteral, P extends string>(
    property: P,
    entity: EntityTarget<J>,
  ): ScopedQuery<E & Record<P, J | null>> {
    // A cast: TypeORM takes a class here, as ours all are, and types it as a function.
    const target = entity as () => J;
    const condition = `${property}.id = :tenantCompanyId`;
    this.builder.leftJoinAndMapOne(`${this.alias}.${property}`, target, property, condition);
    // A cast: the join has just added the property. The rule would take the cast away, and the property with it.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion
    return this as unknown as ScopedQuery<E & Record<P, J | null>>;
  }

  /** The same for an entity that belongs to no company, such as the person behind a member. */
  innerJoinShared<J extends ObjectLiteral, P extends string>(
    property: P,
    entity: EntityTarget<J>,
    on: string,
  ): ScopedQuery<E & Record<P, J>> {
    // A cast: TypeORM takes a class here, as ours all are, and types it as a function.
    this.builder.innerJoinAndMapOne(`${this.alias}.${property}`, entity as () => J, property, on);
    // A cast: the join has just added the property. The rule would take the cast away, and the property with it.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion
    return this as unknown as ScopedQuery<E & Record<P, J>>;
  }

  and(condition: string, parameters: ObjectLiteral = {}): this {
    assertNoCompany(parameters);
    this.builder.andWhere(new Brackets((inner) => inner.where(condition, parameters)));
    return this;
  }

  /**
   * The index by which MySQL reads these rows; `PRIMARY` for the primary key. Its optimizer takes each company for one of average size,
   * so in a large one it may prefer an index that leads to all keys of the company. SQLite, which has no such statistics, ignores it.
   */
  byIndex(name: string): this {
    this.builder.useIndex(name);
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

  offset(count: number): this {
    this.builder.offset(count);
    return this;
  }

  /** One property of each row, in the order of the rows: for an index that holds it, without reading the rows. */
  async valuesOf(property: keyof E & string): Promise<string[]> {
    this.builder.select(`${this.alias}.${property}`, 'value');
    const rows = await this.builder.getRawMany<{ value: unknown }>();
    return rows.map(({ value }) => String(value));
  }

  /** Several properties of each row, as the database has them, in the order of the rows. */
  async columnsOf(properties: readonly (keyof E & string)[]): Promise<unknown[][]> {
    this.builder.select([]);
    properties.forEach((property, at) => this.builder.addSelect(`${this.alias}.${property}`, `column${at}`));
    const rows = await this.builder.getRawMany<Record<string, unknown>>();
    return rows.map((row) => properties.map((_, at) => row[`column${at}`]));
  }

  all(): Promise<E[]> {
    return this.builder.getMany();
  }

  count(): Promise<number> {
    return this.builder.getCount();
  }

  /**
   * Adds up numbers over the rows, for each value of another property, as the database has it.
   * @returns pairs of that value and the sums by property, in no order.
   */
  async sumsBy<N extends keyof E & string>(
    property: keyof E & string,
    numbers: readonly N[],
  ): Promise<[value: unknown, sums: Record<N, number>][]> {
    this.builder.select(`${this.alias}.${property}`, 'summedBy').groupBy(`${this.alias}.${property}`);
    for (const number of numbers) this.builder.addSelect(`SUM(${this.alias}.${number})`, number);
    const rows = await this.builder.getRawMany<Record<string, unknown>>();
    return rows.map((row) => {
      // MySQL sends sums as text. A cast: every one of the names is put in.
      const sums = Object.fromEntries(numbers.map((number) => [number, Number(row[number])]));
      return [row['summedBy'], sums as Record<N, number>];
    });
  }

  /**
   * Adds up numbers over the rows of each value of a property, in the order of the sums, and then of the values.
   * @param numbers as SQL, with the alias of these rows.
   */
  async rankedBy(
    property: keyof E & string,
    numbers: readonly string[],
    { falling, after, count }: RankRange,
  ): Promise<[value: string, sums: number[]][]> {
    const [name, direction] = [`${this.alias}.${property}`, falling ? 'DESC' : 'ASC'] as const;
    const sums = numbers.map((number) => `SUM(${number})`);
    this.builder.select(name, 'ranked').groupBy(name).limit(count);
    sums.forEach((sum, at) => this.builder.addSelect(sum, `sum${at}`).addOrderBy(`sum${at}`, direction));
    this.builder.addOrderBy('ranked', direction);
    if (after !== null)
      this.builder.having(...isBeyond([...sums, name], falling, [...after.sums, after.value]));
    const rows = await this.builder.getRawMany<Record<string, unknown>>();
    // MySQL sends sums as text.
    return rows.map((row) => [String(row['ranked']), sums.map((_, at) => Number(row[`sum${at}`]))]);
  }
}

/** What is asked for of rows that are put in order by their sums. */
export interface RankRange {
  readonly falling: boolean;
  /** Only what comes after these sums and this value. */
  readonly after: { readonly sums: readonly number[]; readonly value: string } | null;
  readonly count: number;
}

/** TypeORM has one list of parameters for a query, and the last to set one wins. */
function assertNoCompany(parameters: ObjectLiteral): void {
  if ('tenantCompanyId' in parameters) throw new Error('A query does not change its company.');
}

/** Whether these are after those values: the first that differs tells. */
function isBeyond(
  names: readonly string[],
  falling: boolean,
  values: readonly (number | string)[],
): [sql: string, parameters: ObjectLiteral] {
  const conditions = names.map((name, at) => {
    const same = names.slice(0, at).map((before, index) => `${before} = :after${index}`);
    return [...same, `${name} ${falling ? '<' : '>'} :after${at}`].join(' AND ');
  });
  const parameters = Object.fromEntries(values.map((value, at) => [`after${at}`, value]));
  return [conditions.map((condition) => `(${condition})`).join(' OR '), parameters];
}
