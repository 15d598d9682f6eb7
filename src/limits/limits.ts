import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../platform';
import { Reader, UnitOfWork } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { countInQuota, countInWindow, readCounters } from './counters';
import { KeyQuotaEntity } from './key-quota.entity';
import { type LimitOutcome, type LimitsLeft } from './limit-outcome';
import { type Quota, type RateLimit } from './limits.schema';
import { nextRefill, quotaLeft, secondsUntil, windowLeft } from './periods';

/** A key with what limits it. Limits belong to the key, so two secrets of it share them. */
export interface LimitedKey {
  readonly companyId: string;
  readonly keyId: string;
  readonly rateLimits: readonly RateLimit[];
  readonly quota: Quota | null;
}

/** Lets keys be used as often as they may. Keys of all companies come by here, before anyone knows who asks. */
@Injectable()
export class Limits {
  constructor(
    @InjectScoped(KeyQuotaEntity) private readonly quotas: ScopedRepository<KeyQuotaEntity>,
    private readonly units: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts one use against every window and the quota: all of them, or none.
   * @param cost how much it counts; 0 only looks, and is refused only where nothing is left.
   */
  async consume(key: LimitedKey, cost: number): Promise<LimitOutcome> {
    if (key.rateLimits.length === 0 && key.quota === null) return { ok: true, rateLimits: [], quota: null };
    if (cost === 0) return this.look(key);
    const now = this.clock.now();
    try {
      const left = await this.units.run(async (tx) => {
        await spend(managerOf(tx), key, cost, now);
        return leftOf(managerOf(tx), key, now);
      });
      return { ok: true, ...left };
    } catch (error) {
      if (!(error instanceof Exhausted)) throw error;
      return refusal(error.by, await leftOf(managerOf(this.reader), key, now), now);
    }
  }

  /** What is left of each quota, for lists. */
  async remaining(
    principal: Principal,
    keys: readonly { readonly keyId: string; readonly quota: Quota | null }[],
  ): Promise<ReadonlyMap<string, number>> {
    const limited = keys.flatMap(({ keyId, quota }) => (quota === null ? [] : [{ keyId, quota }]));
    const keyId = In(limited.map((key) => key.keyId));
    const rows = await this.quotas.of(principal).find({ where: { keyId } });
    const now = this.clock.now();
    return new Map(
      limited.map(({ keyId, quota }) => {
        const count = rows.find((row) => row.keyId === keyId) ?? null;
        return [keyId, quotaLeft(quota, count, now).remaining];
      }),
    );
  }

  private async look(key: LimitedKey): Promise<LimitOutcome> {
    const now = this.clock.now();
    const left = await leftOf(managerOf(this.reader), key, now);
    const empty = left.rateLimits.find((limit) => limit.remaining === 0);
    if (empty !== undefined) return refusal(empty, left, now);
    return left.quota?.remaining === 0 ? refusal('quota', left, now) : { ok: true, ...left };
  }
}

/** Thrown inside the unit of work, so that what was counted before is rolled back. */
class Exhausted extends Error {
  constructor(readonly by: RateLimit | 'quota') {
    super('No use is left');
  }
}

async function spend(manager: EntityManager, key: LimitedKey, cost: number, now: Date): Promise<void> {
  for (const limit of key.rateLimits) {
    if (!(await countInWindow(manager, key, limit, cost, now))) throw new Exhausted(limit);
  }
  if (key.quota !== null && !(await countInQuota(manager, key, key.quota, cost, now)))
    throw new Exhausted('quota');
}

async function leftOf(manager: EntityManager, key: LimitedKey, now: Date): Promise<LimitsLeft> {
  const { windows, quota } = await readCounters(manager, key);
  return {
    rateLimits: key.rateLimits.map((limit) => windowLeft(limit, windows.get(limit.name) ?? null, now)),
    quota: key.quota && quotaLeft(key.quota, quota, now),
  };
}

function refusal(by: RateLimit | 'quota', left: LimitsLeft, now: Date): LimitOutcome {
  if (by === 'quota') {
    const refill = nextRefill(now, left.quota?.refill ?? null);
    const retryAfterSeconds = refill === null ? null : secondsUntil(refill, now);
    return { ok: false, reason: 'USAGE_EXCEEDED', retryAfterSeconds, ...left };
  }
  const resetsAt = left.rateLimits.find((limit) => limit.name === by.name)?.resetsAt ?? null;
  // No open window and yet refused: the cost is more than a whole window, and waiting does not help.
  const retryAfterSeconds = resetsAt === null ? null : secondsUntil(new Date(resetsAt), now);
  return { ok: false, reason: 'RATE_LIMITED', retryAfterSeconds, ...left };
}
