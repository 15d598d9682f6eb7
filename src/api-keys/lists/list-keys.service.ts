import { Injectable } from '@nestjs/common';
import { forbidden } from '../../access';
import { Clock, isId } from '../../platform';
import { type Tx } from '../../platform/database';
import { invalidCursor, startAfter, toPage } from '../../platform/http';
import { KeyPolicies } from '../../settings';
import { type Principal, type ScopedQuery } from '../../tenancy';
import {
  type KeyPage,
  type KeyQuery,
  type KeyView,
  type PoliciesView,
  policiesSchema,
  type PolicyPreview,
  type PolicyPreviewRequest,
} from '../api-keys.schema';
import { countsAsActive, hasStatus, wouldBeCapped } from '../key-conditions';
import { isOfReadableKind, isReadableBy, kindsAllowing } from '../key-rights';
import { KeyRows, type ShownKeyRow } from '../key-rows';
import { scan } from './key-scan';
import { beginsWith } from './key-search';
import { KeyViews, statusOfRow } from './key-views';
import { SupersededSearch } from './superseded-search';

/** Looks up keys. Nothing here ever has a secret in hand. */
@Injectable()
export class ListKeysService {
  constructor(
    private readonly rows: KeyRows,
    private readonly views: KeyViews,
    private readonly superseded: SupersededSearch,
    private readonly policies: KeyPolicies,
    private readonly clock: Clock,
  ) {}

  /** Newest first, of the kinds the principal may read. */
  async list(principal: Principal, query: KeyQuery): Promise<KeyPage> {
    if (query.kind !== undefined && !kindsAllowing(principal, 'read').includes(query.kind)) throw forbidden();
    const now = this.clock.now();
    const rows = await this.matching(principal, query, now);
    const after = startAfter(query);
    if (after !== null && !isId(after)) throw invalidCursor();
    // Before the page is cut out of them.
    const total = query.count ? { total: await this.count(principal, query, now) } : {};
    if (after !== null) rows.and('key.id < :after', { after });
    const found = await scan(rows, hasItsStatus(query, now), query.limit + 1, batchOf(query));
    const page = toPage(found, query.limit, (row) => row.id, await this.views.presenterFor(principal, found));
    return { data: [...page.data], pagination: { ...page.pagination, ...total } };
  }

  private async count(principal: Principal, query: KeyQuery, now: Date): Promise<number> {
    const rows = await this.matching(principal, query, now);
    if (query.status !== 'broken') return rows.count();
    // Only who reads a row sees all that breaks it.
    return (await scan(rows, hasItsStatus(query, now), Infinity, batchOf(query))).length;
  }

  private async matching(
    principal: Principal,
    query: KeyQuery,
    now: Date,
  ): Promise<ScopedQuery<ShownKeyRow>> {
    const rows = this.rows.queryShown(principal, now);
    rows.and(...(query.q === undefined ? isReadableBy(principal) : isOfReadableKind(principal)));
    if (query.kind !== undefined) rows.and('key.kind = :kind', { kind: query.kind });
    if (query.product !== undefined) rows.and('key.productCode = :product', { product: query.product });
    if (query.owner !== undefined) rows.and('key.ownerId = :owner', { owner: query.owner });
    if (!query.deleted) rows.and('key.deletedAt IS NULL');
    if (query.q !== undefined) {
      rows.and(...beginsWith(query.q, await this.superseded.keyIds(principal, query.q)));
    }
    if (query.status !== undefined) rows.and(...hasStatus(query.status, now));
    return rows;
  }

  async get(principal: Principal, id: string): Promise<KeyView> {
    return this.views.one(principal, await this.rows.readableShown(principal, id, this.clock.now()));
  }

  /** The key as an act leaves it, for who did it: the right to the act shows them this one key. */
  async actedOn(principal: Principal, id: string, tx: Tx): Promise<KeyView> {
    return this.views.one(principal, await this.rows.actedOn(principal, id, this.clock.now(), tx), tx);
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

/** The database finds keys of a status, and with them broken ones, which it cannot tell from others. */
function hasItsStatus({ status }: KeyQuery, now: Date): (row: ShownKeyRow) => boolean {
  return (row) => status === undefined || statusOfRow(row, now) === status;
}

/** Of the keys that may be broken few are: reading them page by page would take many statements. */
function batchOf({ limit, status }: KeyQuery): number {
  return status === 'broken' ? 500 : limit + 1;
}
