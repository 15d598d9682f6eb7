import { Injectable } from '@nestjs/common';
import { forbidden } from '../../access';
import { Clock, isId } from '../../platform';
import { type Tx } from '../../platform/database';
import { invalidCursor, startAfter, toPage, toUnfinishedPage } from '../../platform/http';
import { KeyPolicies } from '../../settings';
import { type Principal, type ScopedQuery } from '../../tenancy';
import { type ApiKeyEntity } from '../api-key.entity';
import { type KeyPage, type KeyQuery, type KeyView } from '../api-keys.schema';
import { countsAsActive, hasStatus, isRevokedByItself, wouldBeCapped } from '../key-conditions';
import { isOfReadableKind, isReadableBy, kindsAllowing } from '../key-rights';
import {
  policiesSchema,
  type PoliciesView,
  type PolicyPreview,
  type PolicyPreviewRequest,
} from '../key-policies.schema';
import { KeyRows, type ShownKeyRow } from '../key-rows';
import { KeyCandidates } from './key-candidates';
import { count, type Counted } from './key-count';
import { type Candidates, type Goal, scan, type Scanned } from './key-scan';
import { KeyViews, statusOfRow } from './key-views';
import { isWithinWords, matches, mayMatch } from './search-conditions';
import { SupersededSearch } from './superseded-search';

/** Looks up keys. Nothing here ever has a secret in hand. */
@Injectable()
export class ListKeysService {
  constructor(
    private readonly rows: KeyRows,
    private readonly candidates: KeyCandidates,
    private readonly views: KeyViews,
    private readonly superseded: SupersededSearch,
    private readonly policies: KeyPolicies,
    private readonly clock: Clock,
  ) {}

  /** Newest first, of the kinds the principal may read. */
  async list(principal: Principal, query: KeyQuery): Promise<KeyPage> {
    if (query.kind !== undefined && !kindsAllowing(principal, 'read').includes(query.kind)) throw forbidden();
    const after = startAfter(query);
    if (after !== null && !isId(after)) throw invalidCursor();
    const list = await this.listOf(principal, query);
    // Before the page, so that a key which is made meanwhile is not missing from the count.
    const total = query.count ? totalOf(await this.count(list)) : {};
    const { rows, stoppedAt } = await this.scan(list, { after, wanted: query.limit + 1 });
    const show = await this.views.presenterFor(principal, rows);
    const page =
      stoppedAt === null
        ? toPage(rows, query.limit, (row) => row.id, show)
        : toUnfinishedPage(rows.slice(0, query.limit), stoppedAt, show);
    const partial = stoppedAt === null ? {} : { partial: true as const };
    return { data: [...page.data], pagination: { ...page.pagination, ...total, ...partial } };
  }

  private async listOf(principal: Principal, query: KeyQuery): Promise<List> {
    const others = query.q === undefined ? [] : await this.superseded.keyIds(principal, query.q);
    return { principal, query, others, now: this.clock.now() };
  }

  private async scan(list: List, goal: Goal): Promise<Scanned<ShownKeyRow>> {
    if (!canHaveItsStatus(list)) return { rows: [], stoppedAt: null };
    return scan(await this.candidatesOf(list), (ids) => this.among(list, ids), goal);
  }

  private async count(list: List): Promise<Counted> {
    const { q, status } = list.query;
    if (q === undefined && status === undefined)
      return { total: await this.byKey(list, this.rows.keysOf(list.principal)).count(), isExact: true };
    if (!canHaveItsStatus(list)) return { total: 0, isExact: true };
    if (isCountedByIndex(list.query)) return { total: await this.countRevoked(list), isExact: true };
    return count(await this.candidatesOf(list), (ids) => this.idsAmong(list, ids));
  }

  private countRevoked(list: List): Promise<number> {
    return this.byKey(list, this.rows.keysOf(list.principal))
      .byIndex('api_keys_live')
      .and(...isRevokedByItself)
      .count();
  }

  /** The same keys as `among`, without their rows where the database can judge. */
  private async idsAmong(list: List, ids: readonly string[]): Promise<string[]> {
    const { q, status } = list.query;
    // Only the row of a key shows all that breaks it, and the whole of its name.
    if (status === 'broken' || (q !== undefined && !isWithinWords(q)))
      return (await this.among(list, ids)).map(({ id }) => id);
    if (q === undefined) return this.matching(list, ids).valuesOf('id');
    const indexed = await this.matching(list, ids).and('key.wordsDue = 0').valuesOf('id');
    const due = await this.matching(list, ids).and('key.wordsDue = 1').all();
    return [...indexed, ...due.filter((row) => belongs(row, list)).map(({ id }) => id)];
  }

  private candidatesOf({ principal, query, now }: List): Promise<Candidates> {
    return this.candidates.of(principal, query, now);
  }

  /** The rows of these keys that belong into the list. */
  private async among(list: List, ids: readonly string[]): Promise<ShownKeyRow[]> {
    const rows = await this.matching(list, ids).orderBy('key.id', 'DESC').all();
    return rows.filter((row) => belongs(row, list));
  }

  /** Of these keys those that belong, as far as the database can judge. */
  private matching(list: List, ids: readonly string[]): ScopedQuery<ShownKeyRow> {
    const { principal, query, others, now } = list;
    const rows = this.byKey(list, this.rows.queryShown(principal, now));
    rows.byIndex('PRIMARY').and('key.id IN (:...ids)', { ids });
    if (query.q !== undefined) rows.and(...mayMatch(query.q, others));
    if (query.status !== undefined) rows.and(...hasStatus(query.status, now));
    return rows;
  }

  /** As far as the key itself tells. */
  private byKey<R extends ApiKeyEntity>({ principal, query }: List, rows: ScopedQuery<R>): ScopedQuery<R> {
    rows.and(...(query.q === undefined ? isReadableBy(principal) : isOfReadableKind(principal)));
    if (query.kind !== undefined) rows.and('key.kind = :kind', { kind: query.kind });
    if (query.environment !== undefined)
      rows.and('key.environment = :environment', { environment: query.environment });
    if (query.product !== undefined) rows.and('key.productCode = :product', { product: query.product });
    if (query.owner !== undefined) rows.and('key.ownerId = :owner', { owner: query.owner });
    if (!query.deleted) rows.and('key.deletedAt IS NULL');
    return rows;
  }

  async get(principal: Principal, id: string): Promise<KeyView> {
    return this.views.one(principal, await this.rows.readableShown(principal, id, this.clock.now()));
  }

  /** The key as an act leaves it, for who did it: the right to the act shows them this one key. */
  async actedOn(principal: Principal, id: string, tx: Tx): Promise<KeyView> {
    return this.views.one(principal, await this.rows.actedOn(principal, id, this.clock.now(), tx), tx);
  }

  /** The same for several keys, by their ids. */
  async actedOnAll(
    principal: Principal,
    ids: readonly string[],
    tx: Tx,
  ): Promise<ReadonlyMap<string, KeyView>> {
    const rows = await this.rows.allActedOn(principal, ids, this.clock.now(), tx);
    const show = await this.views.presenterFor(principal, rows, tx);
    return new Map(rows.map((row) => [row.id, show(row)]));
  }

  /** The policies that apply to the principal. */
  async policy(principal: Principal): Promise<PoliciesView> {
    return policiesSchema.parse(await this.policies.all(principal));
  }

  /** What lowering a maximum would do, before it is done. */
  async preview(
    principal: Principal,
    { kind, maxLifetimeDays }: PolicyPreviewRequest,
  ): Promise<PolicyPreview> {
    const affected = await this.rows
      .query(principal)
      .and('key.kind = :kind', { kind })
      .and(...countsAsActive(this.clock.now()))
      .and(...wouldBeCapped(maxLifetimeDays))
      .count();
    return { affected };
  }
}

/** What was asked for, and what is known of it before the keys are read. */
interface List {
  readonly principal: Principal;
  readonly query: KeyQuery;
  /** The keys that are found by how an old secret begins which still works. */
  readonly others: readonly string[];
  readonly now: Date;
}

function totalOf({ total, isExact }: Counted): Pick<KeyPage['pagination'], 'total' | 'totalIsMinimum'> {
  return isExact ? { total } : { total, totalIsMinimum: true };
}

/** With deleted ones an index has all that tells revoked keys from others, however many there are. */
function isCountedByIndex({ status, deleted, q, product, owner, environment }: KeyQuery): boolean {
  const others = [q, product, owner, environment];
  return status === 'revoked' && deleted && others.every((other) => other === undefined);
}

/** In a suspended company all keys are, and in others none. */
function canHaveItsStatus({ principal, query: { status } }: List): boolean {
  return status === undefined || (status === 'suspended') === (principal.company?.suspended ?? false);
}

/** What the database cannot judge: it finds broken keys with those of a status, and knows words but no names. */
function belongs(row: ShownKeyRow, { query: { status, q }, others, now }: List): boolean {
  if (status !== undefined && statusOfRow(row, now) !== status) return false;
  return q === undefined || matches(row, q, others);
}
