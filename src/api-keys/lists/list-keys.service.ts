import { Injectable } from '@nestjs/common';
import { forbidden } from '../../access';
import { Clock } from '../../platform';
import { type Tx } from '../../platform/database';
import { startAfter, toPage, toUnfinishedPage } from '../../platform/http';
import { KeyPolicies } from '../../settings';
import { type Principal } from '../../tenancy';
import { type KeyPage, type KeyView } from '../api-keys.schema';
import { type KeyQuery } from '../key-query.schema';
import {
  policiesSchema,
  type PoliciesView,
  type PolicyPreview,
  type PolicyPreviewRequest,
} from '../key-policies.schema';
import { countsAsActive, wouldBeCapped } from '../key-conditions';
import { kindsAllowing } from '../key-rights';
import { KeyRows, type ShownKeyRow } from '../key-rows';
import { KeyCandidates } from './key-candidates';
import { count, type Counted } from './key-count';
import { cursorText, placeAfter } from './key-cursor';
import { type KeyOrder, KeyOrders } from './key-orders';
import { type Candidates, type Goal, type Listed, scan, type Scanned } from './key-scan';
import { KeyViews } from './key-views';
import { type List, ListedRows } from './listed-rows';
import { SupersededSearch } from './superseded-search';

/** Looks up keys. Nothing here ever has a secret in hand. */
@Injectable()
export class ListKeysService {
  constructor(
    private readonly rows: KeyRows,
    private readonly candidates: KeyCandidates,
    private readonly orders: KeyOrders,
    private readonly listed: ListedRows,
    private readonly views: KeyViews,
    private readonly superseded: SupersededSearch,
    private readonly policies: KeyPolicies,
    private readonly clock: Clock,
  ) {}

  /**
   * Of the kinds the principal may read; newest first where nothing else is asked for.
   * @throws 422 for a permission that there is not, and a cursor of another list.
   */
  async list(principal: Principal, query: KeyQuery): Promise<KeyPage> {
    if (query.kind !== undefined && !kindsAllowing(principal, 'read').includes(query.kind)) throw forbidden();
    const after = placeAfter(startAfter(query), query);
    await this.listed.assertPermission(principal, query);
    const list = await this.listOf(principal, query);
    // Before the page, so that a key which is made meanwhile is not missing from the count.
    const total = query.count ? totalOf(await this.count(list)) : {};
    const { listed, stoppedAt } = await this.scan(list, { after, wanted: query.limit + 1 });
    const rows = listed.map(({ row }) => row);
    const show = await this.views.presenterFor(principal, rows);
    const item = ({ row }: Listed<ShownKeyRow>): KeyView => show(row);
    const page =
      stoppedAt === null
        ? toPage(listed, query.limit, ({ place }) => cursorText(place, query), item)
        : toUnfinishedPage(listed.slice(0, query.limit), cursorText(stoppedAt, query), item);
    const partial = stoppedAt === null ? {} : { partial: true as const };
    return { data: [...page.data], pagination: { ...page.pagination, ...total, ...partial } };
  }

  private async listOf(principal: Principal, query: KeyQuery): Promise<List> {
    const others = query.q === undefined ? [] : await this.superseded.keyIds(principal, query.q);
    return { principal, query, others, now: this.clock.now() };
  }

  private async scan(list: List, goal: Goal): Promise<Scanned<ShownKeyRow>> {
    if (!canHaveItsStatus(list)) return { listed: [], stoppedAt: null };
    const order = this.orders.of(list.principal, list.query.sort);
    const read = (ids: readonly string[]) => this.listed.among(list, ids);
    return scan(await this.candidatesOf(list, order), { ...order, byId: order.walk === null }, read, goal);
  }

  private async count(list: List): Promise<Counted> {
    if (isToldByKeys(list.query)) return { total: await this.listed.countAll(list), isExact: true };
    if (!canHaveItsStatus(list)) return { total: 0, isExact: true };
    if (isCountedByIndex(list.query)) return { total: await this.listed.countRevoked(list), isExact: true };
    const candidates = await this.candidatesOf(list, this.orders.of(list.principal, '-createdAt'));
    return count(candidates, (ids) => this.listed.idsAmong(list, ids));
  }

  private candidatesOf({ principal, query, now }: List, order: KeyOrder): Promise<Candidates> {
    return this.candidates.of(principal, query, order, now);
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

function totalOf({ total, isExact }: Counted): Pick<KeyPage['pagination'], 'total' | 'totalIsMinimum'> {
  return isExact ? { total } : { total, totalIsMinimum: true };
}

/** Whether the rows of keys alone tell which belong, so that the database counts them. */
function isToldByKeys({ q, status, permission, ...query }: KeyQuery): boolean {
  const { unusedDays, expiresWithinDays, failing, makerLeft } = query;
  const others = [unusedDays, expiresWithinDays, failing, makerLeft];
  return [q, status, permission, ...others].every((filter) => filter === undefined);
}

/** With deleted ones an index has all that tells revoked keys from others, however many there are. */
function isCountedByIndex({
  status,
  deleted,
  environment,
  product,
  owner,
  createdBy,
  ...query
}: KeyQuery): boolean {
  const others = [environment, product, owner, createdBy].every((filter) => filter === undefined);
  return status === 'revoked' && deleted && others && isToldByKeys({ ...query, deleted, status: undefined });
}

/** In a suspended company all keys are, and in others none; and there none works that could expire. */
function canHaveItsStatus({ principal, query: { status, expiresWithinDays } }: List): boolean {
  const isSuspended = principal.company?.suspended ?? false;
  if (isSuspended && expiresWithinDays !== undefined) return false;
  return status === undefined || (status === 'suspended') === isSuspended;
}
