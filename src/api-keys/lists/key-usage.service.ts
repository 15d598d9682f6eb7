import { Injectable } from '@nestjs/common';
import { allows } from '../../../libs/permissions';
import { forbidden } from '../../access';
import { Clock } from '../../platform';
import { type Principal } from '../../tenancy';
import {
  askedTimes,
  kept,
  RecentRefusals,
  type RefusalsQuery,
  type RefusalsView,
  type RefusedUse,
  type UsageQuery,
  UsageService,
  type UsageView,
} from '../../usage';
import { isReadableBy } from '../key-rights';
import { KeyRows } from '../key-rows';

/** The use and the refusals of keys. */
@Injectable()
export class KeyUsageService {
  constructor(
    private readonly rows: KeyRows,
    private readonly usage: UsageService,
    private readonly recent: RecentRefusals,
    private readonly clock: Clock,
  ) {}

  /** @throws 403 for another's key, and for all together, without `usage:read`. */
  async counts(principal: Principal, query: UsageQuery): Promise<UsageView> {
    await this.assertMayKnow(principal, query.keyId ?? null);
    return this.usage.counts(principal, query);
  }

  /**
   * What this instance remembers of refusals.
   * @throws as above, 404 for a key that the principal may not read, and 422 when `from` is not before `to`.
   */
  async refusals(principal: Principal, query: RefusalsQuery): Promise<RefusalsView> {
    const { keyId = null, limit } = query;
    await this.assertMayKnow(principal, keyId);
    if (keyId !== null) await this.rows.readableShown(principal, keyId, this.clock.now());
    const asked = this.recent.of(principal, keyId).filter(belongs(principal, query));
    const found = keyId === null ? await this.readable(principal, asked) : asked;
    return {
      since: this.recent.since.toISOString(),
      instance: this.recent.instance,
      kept: { perKey: kept.perKey, keys: kept.keysOfCompany },
      data: found.slice(0, limit).map(toView),
    };
  }

  private async assertMayKnow(principal: Principal, keyId: string | null): Promise<void> {
    if (allows(principal.ability, 'usage:read')) return;
    if (keyId === null) throw forbidden();
    const { ownerId } = await this.rows.readableShown(principal, keyId, this.clock.now());
    if (ownerId === null || ownerId !== principal.user?.id) throw forbidden();
  }

  private async readable(principal: Principal, uses: readonly RefusedUse[]): Promise<readonly RefusedUse[]> {
    const ids = [...new Set(uses.map(({ keyId }) => keyId))];
    if (ids.length === 0) return [];
    const readable = await this.rows
      .keysOf(principal)
      .and('key.id IN (:...ids)', { ids })
      .and(...isReadableBy(principal))
      .valuesOf('id');
    const known = new Set(readable);
    return uses.filter(({ keyId }) => known.has(keyId));
  }
}

function belongs(principal: Principal, query: RefusalsQuery): (use: RefusedUse) => boolean {
  const { from, to } = askedTimes(principal, query);
  const { reason } = query;
  return (use) =>
    (reason === undefined || use.reason === reason) &&
    (from === null || use.at >= from) &&
    (to === null || use.at < to);
}

function toView({ keyId, at, reason, address, route, requestId }: RefusedUse): RefusalsView['data'][number] {
  return { keyId, at: at.toISOString(), reason, address, route, requestId };
}
