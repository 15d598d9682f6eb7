import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform';
import { startAfter, toPage, toUnfinishedPage } from '../../platform/http';
import { type Principal } from '../../tenancy';
import { askedSpan, type Span, UsageByKey } from '../../usage';
import { type UsedKeysPage, type UsedKeysQuery } from '../used-keys.schema';
import { type ShownKeyRow } from '../key-rows';
import { KeyCandidates } from './key-candidates';
import { count } from './key-count';
import { cursorOf, placeIn } from './key-cursor';
import { type KeyOrder, KeyOrders } from './key-orders';
import { type Candidates, type Listed, scan } from './key-scan';
import { KeyViews } from './key-views';
import { type List, ListedRows } from './listed-rows';
import { isRank, UseOrders } from './use-orders';

/** Lists keys by their use and their refusals in a span of time. */
@Injectable()
export class UsedKeysService {
  constructor(
    private readonly usage: UsageByKey,
    private readonly candidates: KeyCandidates,
    private readonly orders: KeyOrders,
    private readonly useOrders: UseOrders,
    private readonly listed: ListedRows,
    private readonly views: KeyViews,
    private readonly clock: Clock,
  ) {}

  /** Of the keys that the principal may read. @throws 422 for an empty span, one that is too long, and a cursor of another list. */
  async list(principal: Principal, query: UsedKeysQuery): Promise<UsedKeysPage> {
    const now = this.clock.now();
    const after = placeIn(startAfter(query), query, (text) => valueIn(text, query));
    const span = askedSpan(principal, 'hour', query, now);
    const ranked = await this.usage.rankedSpan(principal, span);
    const list = listOf(principal, query, ranked, now);
    const order = this.orderOf(principal, query, ranked);
    const candidates = await this.candidatesOf(list, order, ranked);
    const total = query.count ? await this.totalOf(list, candidates) : {};
    const found = await scan(
      candidates,
      { ...order, byId: order.walk === null },
      (ids) => this.listed.among(list, ids),
      { after, wanted: query.limit + 1 },
    );
    const page = pageOf(found, query);
    const data = await this.shown(principal, span, page.data);
    const ends = { from: textOf(span.fromMs), to: textOf(span.toMs), rankedFrom: textOf(ranked.fromMs) };
    const partial = found.stoppedAt === null ? {} : { partial: true as const };
    return { ...ends, data, pagination: { ...page.pagination, ...total, ...partial } };
  }

  private orderOf(principal: Principal, { sort, used }: UsedKeysQuery, ranked: Span): KeyOrder {
    const falling = sort.startsWith('-');
    switch (sort) {
      case 'name':
      case '-name':
      case 'lastUsedAt':
      case '-lastUsedAt':
        return this.orders.of(principal, sort);
      case 'refused':
      case '-refused':
      case 'valid':
      case '-valid':
        if (!used) return this.orders.of(principal, '-createdAt');
        return this.useOrders.of(principal, ranked, sort.endsWith('valid') ? 'valid' : 'refused', falling);
    }
  }

  private async candidatesOf(list: List, order: KeyOrder, ranked: Span): Promise<Candidates> {
    const { principal, query, now } = list;
    const all = await this.candidates.of(principal, query, order, now);
    if (list.usage?.isUsed !== true) return all;
    const used = this.useOrders.of(principal, ranked, 'refused', true).walk;
    return { ...all, narrow: [[used], ...all.narrow], usual: false };
  }

  private async totalOf(
    list: List,
    candidates: Candidates,
  ): Promise<{ total: number; totalIsMinimum?: true }> {
    const { total, isExact } = await count(candidates, (ids) => this.listed.idsAmong(list, ids));
    return isExact ? { total } : { total, totalIsMinimum: true };
  }

  private async shown(
    principal: Principal,
    span: Span,
    rows: readonly ShownKeyRow[],
  ): Promise<UsedKeysPage['data']> {
    const show = await this.views.presenterFor(principal, rows);
    const counts = await this.usage.countsOf(
      principal,
      span,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({ key: show(row), ...(counts.get(row.id) ?? nothing) }));
  }
}

const nothing = { valid: 0, refused: 0, reasons: {} };

function listOf(principal: Principal, { q, used, limit }: UsedKeysQuery, span: Span, now: Date): List {
  const query = { q, limit, sort: '-createdAt', deleted: used, count: false } as const;
  return { principal, query, others: [], now, usage: { span, isUsed: used } };
}

function pageOf({ listed, stoppedAt }: Awaited<ReturnType<typeof scan<ShownKeyRow>>>, query: UsedKeysQuery) {
  const row = (one: Listed<ShownKeyRow>): ShownKeyRow => one.row;
  if (stoppedAt === null) return toPage(listed, query.limit, ({ place }) => cursorOf(place, query), row);
  return toUnfinishedPage(listed.slice(0, query.limit), cursorOf(stoppedAt, query), row);
}

function valueIn(text: string, { sort, used }: UsedKeysQuery): number | string | null {
  switch (sort) {
    case 'name':
    case '-name':
      return text;
    case 'lastUsedAt':
    case '-lastUsedAt':
      return /^-?\d{1,16}$/.test(text) ? Number(text) : null;
    case 'refused':
    case '-refused':
    case 'valid':
    case '-valid':
      return used && isRank(text) ? text : null;
  }
}

function textOf(ms: number): string {
  return new Date(ms).toISOString();
}
