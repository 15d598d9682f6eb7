import { type EntityManager, LessThan, LessThanOrEqual } from 'typeorm';
import { secondMs } from '../platform';
import { type Count } from './limit-outcome';
import { KeyQuotaEntity } from './key-quota.entity';
import { KeyWindowEntity } from './key-window.entity';
import { type Quota, type RateLimit } from './limits.schema';
import { periodStart } from './periods';

/** Whose counters. */
export interface CountedKey {
  readonly companyId: string;
  readonly keyId: string;
}

/**
 * Counts a use in a window if there is room: one conditional UPDATE, so that no number of callers gets past the limit.
 * @returns whether it was counted.
 */
export async function countInWindow(
  manager: EntityManager,
  { companyId, keyId }: CountedKey,
  { name, limit, windowSeconds }: RateLimit,
  cost: number,
  now: Date,
): Promise<boolean> {
  const rows = manager.getRepository(KeyWindowEntity);
  const one = { companyId, keyId, name };
  const fresh = { since: now, used: 0 };
  await rows
    .createQueryBuilder()
    .insert()
    .values({ ...one, ...fresh })
    .orIgnore()
    .execute();
  const over = new Date(now.getTime() - windowSeconds * secondMs);
  await rows.update({ ...one, since: LessThanOrEqual(over) }, fresh);
  const counted = await rows.increment({ ...one, used: LessThanOrEqual(limit - cost) }, 'used', cost);
  return counted.affected === 1;
}

/** The same for a quota, which begins anew with each period. */
export async function countInQuota(
  manager: EntityManager,
  { companyId, keyId }: CountedKey,
  { limit, refill }: Quota,
  cost: number,
  now: Date,
): Promise<boolean> {
  const rows = manager.getRepository(KeyQuotaEntity);
  const one = { companyId, keyId };
  const fresh = { since: periodStart(now, refill), used: 0 };
  await rows
    .createQueryBuilder()
    .insert()
    .values({ ...one, ...fresh })
    .orIgnore()
    .execute();
  await rows.update({ ...one, since: LessThan(fresh.since) }, fresh);
  const counted = await rows.increment({ ...one, used: LessThanOrEqual(limit - cost) }, 'used', cost);
  return counted.affected === 1;
}

/** @returns the counters of a key as stored, those that are over included; windows by name. */
export async function readCounters(
  manager: EntityManager,
  { companyId, keyId }: CountedKey,
): Promise<{ windows: ReadonlyMap<string, Count>; quota: Count | null }> {
  const windows = await manager.findBy(KeyWindowEntity, { companyId, keyId });
  const quota = await manager.findOneBy(KeyQuotaEntity, { companyId, keyId });
  return { windows: new Map(windows.map(({ name, since, used }) => [name, { since, used }])), quota };
}
