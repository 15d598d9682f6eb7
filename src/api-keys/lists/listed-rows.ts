import { Injectable } from '@nestjs/common';
import { fieldFault } from '../../../libs/problems';
import { dayMs } from '../../platform';
import { invalidField } from '../../platform/http';
import { ProductOffers } from '../../products';
import { type Principal, type ScopedQuery } from '../../tenancy';
import { failingSince, type Span } from '../../usage';
import { type ApiKeyEntity } from '../api-key.entity';
import { type KeyQuery } from '../key-query.schema';
import {
  expiresWithin,
  hasStatus,
  isFailingSince,
  isRevokedByItself,
  isUnusedSince,
  isUsedWithin,
  makerHasLeft,
} from '../key-conditions';
import { isOfReadableKind, isReadableBy } from '../key-rights';
import { KeyRows, type ShownKeyRow } from '../key-rows';
import { statusOfRow } from './key-views';
import { LivePermissions } from './live-permissions';
import { isWithinWords, matches, mayMatch } from './search-conditions';

/** What was asked for, and what is known of it before the keys are read. */
export interface List {
  readonly principal: Principal;
  readonly query: KeyQuery;
  /** The keys that are found by how an old secret begins which still works. */
  readonly others: readonly string[];
  readonly now: Date;
  /** Only keys that were used or refused in this time, or only others. */
  readonly usage?: { readonly span: Span; readonly isUsed: boolean };
}

/** Decides by their rows which keys belong into a list. */
@Injectable()
export class ListedRows {
  constructor(
    private readonly rows: KeyRows,
    private readonly permissions: LivePermissions,
    private readonly offers: ProductOffers,
  ) {}

  /** @throws 422 where a list of a permission is asked for that there is not. */
  async assertPermission(principal: Principal, { permission }: KeyQuery): Promise<void> {
    if (permission === undefined || (await this.offers.of(principal)).has(permission)) return;
    throw invalidField('/permission', fieldFault('unknown-reference', { resource: 'permission' }));
  }

  /** The rows of these keys that belong into the list. */
  async among(list: List, ids: readonly string[]): Promise<ShownKeyRow[]> {
    const rows = await this.matching(list, ids).all();
    return this.holding(
      list,
      rows.filter((row) => belongs(row, list)),
    );
  }

  /** The same keys, without their rows where the database can judge. */
  async idsAmong(list: List, ids: readonly string[]): Promise<string[]> {
    const { q, status, permission } = list.query;
    // Only the row of a key shows all that breaks it, what it may do, and the whole of its name.
    if (status === 'broken' || permission !== undefined || (q !== undefined && !isWithinWords(q)))
      return (await this.among(list, ids)).map(({ id }) => id);
    if (q === undefined) return this.matching(list, ids).valuesOf('id');
    const indexed = await this.matching(list, ids).and('key.wordsDue = 0').valuesOf('id');
    const due = await this.matching(list, ids).and('key.wordsDue = 1').all();
    return [...indexed, ...due.filter((row) => belongs(row, list)).map(({ id }) => id)];
  }

  /** All keys of a list that is told by the keys themselves. */
  countAll(list: List): Promise<number> {
    return this.byKey(list, this.rows.keysOf(list.principal)).count();
  }

  countRevoked(list: List): Promise<number> {
    return this.byKey(list, this.rows.keysOf(list.principal))
      .byIndex('api_keys_live')
      .and(...isRevokedByItself)
      .count();
  }

  private async holding({ principal, query }: List, rows: ShownKeyRow[]): Promise<ShownKeyRow[]> {
    const { permission } = query;
    if (permission === undefined || rows.length === 0) return rows;
    const held = await this.permissions.of(principal, rows);
    return rows.filter((row) => held(row).includes(permission));
  }

  /** Of these keys those that belong, as far as the database can judge. */
  private matching(list: List, ids: readonly string[]): ScopedQuery<ShownKeyRow> {
    const { principal, query, others, now } = list;
    const { q, status, unusedDays, expiresWithinDays, failing, makerLeft } = query;
    const rows = this.byKey(list, this.rows.queryShown(principal, now));
    rows.byIndex('PRIMARY').and('key.id IN (:...ids)', { ids });
    if (q !== undefined) rows.and(...mayMatch(q, others));
    if (status !== undefined) rows.and(...hasStatus(status, now));
    if (list.usage !== undefined) rows.and(...isUsedWithin(list.usage.span, list.usage.isUsed));
    if (failing === true) rows.and(...isFailingSince(failingSince(now)));
    if (makerLeft === true) rows.and(...makerHasLeft);
    if (unusedDays !== undefined) rows.and(...isUnusedSince(new Date(now.getTime() - unusedDays * dayMs)));
    if (expiresWithinDays !== undefined)
      rows.and(...expiresWithin(now, new Date(now.getTime() + expiresWithinDays * dayMs)));
    return rows;
  }

  /** As far as the key itself tells. */
  private byKey<R extends ApiKeyEntity>({ principal, query }: List, rows: ScopedQuery<R>): ScopedQuery<R> {
    const { q, kind, environment, product, owner, createdBy, deleted } = query;
    rows.and(...(q === undefined ? isReadableBy(principal) : isOfReadableKind(principal)));
    if (kind !== undefined) rows.and('key.kind = :kind', { kind });
    if (environment !== undefined) rows.and('key.environment = :environment', { environment });
    if (product !== undefined) rows.and('key.productCode = :product', { product });
    if (owner !== undefined) rows.and('key.ownerId = :owner', { owner });
    if (createdBy !== undefined) rows.and('key.createdBy = :maker', { maker: createdBy });
    if (!deleted) rows.and('key.deletedAt IS NULL');
    return rows;
  }
}

/** What the database cannot judge: it finds broken keys with those of a status, and knows words but no names. */
function belongs(row: ShownKeyRow, { query, others, now }: List): boolean {
  const { status, q, expiresWithinDays } = query;
  if (status !== undefined && statusOfRow(row, now) !== status) return false;
  if (expiresWithinDays !== undefined && statusOfRow(row, now) !== 'active') return false;
  return q === undefined || matches(row, q, others);
}
