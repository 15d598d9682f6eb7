import { type EntityManager, LessThan, LessThanOrEqual, MoreThan, MoreThanOrEqual } from 'typeorm';
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
  const over = new Date(now.getTime() - windowSeconds * secondMs);
  const room = { ...one, since: MoreThan(over), used: LessThanOrEqual(limit - cost) };
  return countOrBegin({
    count: async () => (await rows.increment(room, 'used', cost)).affected === 1,
    renew: async () => (await rows.update({ ...one, since: LessThanOrEqual(over) }, fresh)).affected === 1,
    exists: () => rows.existsBy(one),
    begin: () =>
      rows
        .createQueryBuilder()
        .insert()
        .values({ ...one, ...fresh })
        .orIgnore()
        .execute(),
  });
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
  const room = { ...one, since: MoreThanOrEqual(fresh.since), used: LessThanOrEqual(limit - cost) };
  return countOrBegin({
    count: async () => (await rows.increment(room, 'used', cost)).affected === 1,
    renew: async () => (await rows.update({ ...one, since: LessThan(fresh.since) }, fresh)).affected === 1,
    exists: () => rows.existsBy(one),
    begin: () =>
      rows
        .createQueryBuilder()
        .insert()
        .values({ ...one, ...fresh })
        .orIgnore()
        .execute(),
  });
}

interface Counter {
  /** Counts where there is room in what is open. @returns whether it did. */
  readonly count: () => Promise<boolean>;
  /** Empties what is over. @returns whether it did. */
  readonly renew: () => Promise<boolean>;
  readonly exists: () => Promise<boolean>;
  /** Makes the row, unless somebody is faster. */
  readonly begin: () => Promise<unknown>;
}

/**
 * Counts first of all, and makes the row only where there is none: whoever finds a row when inserting holds, on MySQL, a
 * shared lock on it, and fifty who then want to count wait for each other until most have given up.
 *
 * Only the last count refuses. That a row is there says nothing about room in it: another may have made it since.
 */
async function countOrBegin({ count, renew, exists, begin }: Counter): Promise<boolean> {
  if (await count()) return true;
  if (!(await renew()) && !(await exists())) await begin();
  return count();
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
