import { Injectable } from '@nestjs/common';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';
import { KeyUsageEntity } from '../../usage';
import { ApiKeyEntity } from '../api-key.entity';
import { KeySecretEntity } from '../key-secret.entity';
import { comparePlaces, isFalling, type KeySort, type Place, sortedBy, type SortValue } from './key-place';
import { type ComparePlaces, type KeyStream } from './key-stream';
import { type Range, sortedStream } from './sorted-stream';

/** The order of a list. */
export interface KeyOrder {
  readonly compare: ComparePlaces;
  readonly falling: boolean;
  /** All keys of the company in this order; null for the order in which they were made, which many indexes have. */
  readonly walk: KeyStream | null;
  /** Where these keys stand. */
  placesOf(ids: readonly string[]): Promise<Place[]>;
}

/**
 * The orders of lists by a stored value. The expiry is the one that the policy allowed when it was applied last, and the last use is
 * that which is written: until that is brought up to date a key may stand elsewhere, but what is shown of it is always true.
 */
@Injectable()
export class KeyOrders {
  constructor(
    @InjectScoped(ApiKeyEntity) private readonly keys: ScopedRepository<ApiKeyEntity>,
    @InjectScoped(KeySecretEntity) private readonly secrets: ScopedRepository<KeySecretEntity>,
    @InjectScoped(KeyUsageEntity) private readonly usage: ScopedRepository<KeyUsageEntity>,
  ) {}

  of(principal: Principal, sort: KeySort): KeyOrder {
    const falling = isFalling(sort);
    const compare: ComparePlaces = (one, other) => comparePlaces(one, other, falling);
    const by = sortedBy(sort);
    if (by === 'createdAt') return { compare, falling, walk: null, placesOf: withoutValues };
    const source = { name: this.byName, expiresAt: this.byExpiry, lastUsedAt: this.byLastUse }[by](principal);
    const walk = sortedStream((range, count) => placesIn(source, range, { count, falling }));
    return { compare, falling, walk, placesOf: (ids) => placesOf(source, ids) };
  }

  private readonly byName = (principal: Principal): Source => ({
    rows: () => this.keys.of(principal).query('key'),
    ...{ index: 'api_keys_by_name', byId: 'PRIMARY', alias: 'key', value: 'nameFolded', key: 'id' },
    read: String,
    lacksRows: null,
  });

  private readonly byExpiry = (principal: Principal): Source => ({
    rows: () => this.secrets.of(principal).query('secret').and('secret.supersededAt IS NULL'),
    ...{ index: 'key_secrets_listed', byId: 'key_secrets_key', alias: 'secret' },
    ...{ value: 'listedExpiresAt', key: 'keyId' },
    read: Number,
    lacksRows: null,
  });

  /** A key that was never used has no row. It is found among all keys of the company. */
  private readonly byLastUse = (principal: Principal): Source => ({
    rows: () => this.usage.of(principal).query('usage'),
    ...{ index: 'key_usage_listed', byId: 'PRIMARY', alias: 'usage', value: 'lastUsedAt', key: 'keyId' },
    read: Number,
    lacksRows: () => this.keys.of(principal).query('key').byIndex('api_keys_company_id'),
  });
}

/** What is asked of a scoped query. */
interface Rows {
  byIndex(name: string): Rows;
  and(condition: string, parameters?: Readonly<Record<string, unknown>>): Rows;
  orderBy(property: string, direction: 'ASC' | 'DESC'): Rows;
  limit(count: number): Rows;
  columnsOf(properties: readonly string[]): Promise<unknown[][]>;
}

interface Source {
  readonly rows: () => Rows;
  /** In the order of the value. */
  readonly index: string;
  /** That leads from keys to their values. */
  readonly byId: string;
  readonly alias: string;
  readonly value: string;
  /** The property that holds the id of the key. */
  readonly key: string;
  readonly read: (value: unknown) => SortValue;
  /** All keys of the company, where those without a value have no row. */
  readonly lacksRows: (() => Rows) | null;
}

interface Reading {
  readonly count: number;
  readonly falling: boolean;
}

async function placesIn(source: Source, range: Range, reading: Reading): Promise<Place[]> {
  const { rows, lacksRows, index, alias, read } = source;
  if (range.of === 'without' && lacksRows !== null) return placesLackingRows(lacksRows(), range, reading);
  const [value, key] = [`${alias}.${source.value}`, `${alias}.${source.key}`];
  const [beyond, direction] = reading.falling ? (['<', 'DESC'] as const) : (['>', 'ASC'] as const);
  const query = rows().byIndex(index).limit(reading.count);
  switch (range.of) {
    case 'tied':
      query.and(`${value} = :value AND ${key} ${beyond} :after`, { value: range.value, after: range.id });
      break;
    case 'beyond':
      if (range.value === null) query.and(`${value} IS NOT NULL`);
      else query.and(`${value} ${beyond} :value`, { value: range.value });
      query.orderBy(value, direction);
      break;
    case 'without':
      query.and(`${value} IS NULL`);
      if (range.id !== null) query.and(`${key} ${beyond} :after`, { after: range.id });
  }
  const found = await query.orderBy(key, direction).columnsOf([source.key, source.value]);
  return found.map(([id, stored]) => ({ id: String(id), value: stored === null ? null : read(stored) }));
}

/** Reads until it has found some, or there are no more keys: an empty answer ends the list. */
async function placesLackingRows(
  keys: Rows,
  { id }: { readonly id: string | null },
  { count, falling }: Reading,
): Promise<Place[]> {
  const [beyond, direction] = falling ? (['<', 'DESC'] as const) : (['>', 'ASC'] as const);
  if (id !== null) keys.and(`key.id ${beyond} :after`, { after: id });
  // A count, for EXISTS may be turned round: the database would then begin with all keys that were used.
  const used = `SELECT COUNT(*) FROM key_usage used WHERE used.company_id = key.companyId AND used.key_id = key.id`;
  const found = await keys.and(`(${used}) = 0`).orderBy('key.id', direction).limit(count).columnsOf(['id']);
  return found.map(([key]) => ({ id: String(key), value: null }));
}

async function placesOf(
  { rows, byId, alias, value, key, read }: Source,
  ids: readonly string[],
): Promise<Place[]> {
  if (ids.length === 0) return [];
  const found = await rows()
    .byIndex(byId)
    .and(`${alias}.${key} IN (:...ids)`, { ids })
    .columnsOf([key, value]);
  const values = new Map(found.map(([id, stored]) => [String(id), stored]));
  return ids.map((id) => {
    const stored = values.get(id) ?? null;
    return { id, value: stored === null ? null : read(stored) };
  });
}

function withoutValues(ids: readonly string[]): Promise<Place[]> {
  return Promise.resolve(ids.map((id) => ({ id, value: null })));
}
