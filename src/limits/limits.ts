import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../platform';
import { type Tx } from '../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { type LeasedAmount, TokenLeases } from './token-leases';
import { KeyQuotaEntity } from './key-quota.entity';
import { type LimitOutcome } from './limit-outcome';
import { type LimitedKey } from './limited-key';
import { type Quota } from './limits.schema';
import { quotaLeft } from './periods';
import { CoalescedRefill } from './coalesced-refill';

/**
 * Lets keys be used as often as they may. Keys of all companies come by here, before the caller is known.
 *
 * Most uses are counted with what this instance has taken ahead, and cost no statement; see docs/adr/0024.
 */
@Injectable()
export class Limits {
  constructor(
    @InjectScoped(KeyQuotaEntity) private readonly quotas: ScopedRepository<KeyQuotaEntity>,
    private readonly tokenLeases: TokenLeases,
    private readonly refills: CoalescedRefill,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts one use against every window and the quota: all of them, or none. Answers at once when enough is held here, and
   * with a promise when the database has to be asked. Who stops waiting for that promise should see to it that a use which
   * is counted later is put back: `late.then((outcome) => outcome.ok && limits.refund(key, cost))`.
   * @param cost how much it counts; 0 only looks, and is never refused.
   * @returns with what is left: exact as to this instance, and as to others of the moment it last took.
   */
  consume(key: LimitedKey, cost: number): LimitOutcome | Promise<LimitOutcome> {
    if (key.rateLimits.length === 0 && key.quota === null) return unlimited;
    const nowMs = this.clock.now().getTime();
    const tokens = this.tokenLeases.of(key, nowMs);
    const outcome = cost === 0 ? null : tokens.count(cost, nowMs);
    return outcome ?? this.refills.outcome(tokens, cost);
  }

  /**
   * Puts back a use that was counted and then not let through after all. Call it before awaiting anything else: a window
   * that begins in between would be given what another has lost. Where limits were changed meanwhile it does nothing.
   */
  refund(key: LimitedKey, cost: number): void {
    const tokens = this.tokenLeases.find(key.keyId);
    if (tokens?.isUnder(key) === true) tokens.refund(cost, this.clock.now().getTime());
  }

  /** What is left of each quota, for lists. */
  async remaining(
    principal: Principal,
    keys: readonly { readonly keyId: string; readonly quota: Quota | null }[],
    tx?: Tx,
  ): Promise<ReadonlyMap<string, number>> {
    const limited = keys.flatMap(({ keyId, quota }) => (quota === null ? [] : [{ keyId, quota }]));
    if (limited.length === 0) return new Map();
    const keyId = In(limited.map((key) => key.keyId));
    // Asked before and after: what is taken or given back during the read must not count twice.
    const before = new Map(limited.map((key) => [key.keyId, this.tokenLeases.ofQuota(key.keyId)]));
    const rows = await this.quotas.of(principal, tx).find({ where: { keyId } });
    const now = this.clock.now();
    return new Map(
      limited.map(({ keyId, quota }) => {
        const row = rows.find((one) => one.keyId === keyId) ?? null;
        const held =
          row && Math.min(heldSince(row, before.get(keyId)), heldSince(row, this.tokenLeases.ofQuota(keyId)));
        const count = row && { since: row.since, used: row.used - (held ?? 0) };
        return [keyId, quotaLeft(quota, count, now).remaining];
      }),
    );
  }
}

function heldSince({ since }: KeyQuotaEntity, held: LeasedAmount | null | undefined): number {
  return held?.sinceMs === since.getTime() ? held.amount : 0;
}

const unlimited: LimitOutcome = Object.freeze({ ok: true, rateLimits: Object.freeze([]), quota: null });
