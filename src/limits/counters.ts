import {
  type EntityManager,
  type EntityTarget,
  LessThanOrEqual,
  MoreThanOrEqual,
  type ObjectLiteral,
} from 'typeorm';
import { type Count } from './limit-outcome';
import { KeyQuotaEntity } from './key-quota.entity';
import { KeyWindowEntity } from './key-window.entity';

/** Whose counters. */
export interface CountedKey {
  readonly companyId: string;
  readonly keyId: string;
}

/** One counter of a key: the window of this name, or the quota for null. */
export interface Counter extends CountedKey {
  readonly name: string | null;
}

/** The counters of a key as stored, those that are over included; windows by name. */
export interface StoredCounters {
  readonly windows: ReadonlyMap<string, Count>;
  readonly quota: Count | null;
}

/** @param lock whether they are to stay as they are read until the end of the transaction. */
export async function readCounters(
  manager: EntityManager,
  { companyId, keyId }: CountedKey,
  lock: boolean,
): Promise<StoredCounters> {
  const of = {
    where: { companyId, keyId },
    ...(lock ? { lock: { mode: 'pessimistic_write' as const } } : {}),
  };
  // Windows before the quota, as whoever gives back does it: in one order nobody waits for each other.
  const windows = await manager.find(KeyWindowEntity, of);
  const quota = await manager.findOne(KeyQuotaEntity, of);
  return { windows: new Map(windows.map(({ name, since, used }) => [name, { since, used }])), quota };
}

/**
 * Makes the row of a counter, empty, unless somebody is faster. Not by ignoring the one that is there: who finds a row so
 * holds, on MySQL, a shared lock on it, and two who then want to count wait for each other.
 */
export async function begin(manager: EntityManager, { name, ...key }: Counter, since: Date): Promise<void> {
  const row = { ...key, since, used: 0 };
  if (name === null) {
    const insert = manager.createQueryBuilder().insert().into(KeyQuotaEntity).values(row);
    await insert.orUpdate(['key_id'], ['company_id', 'key_id']).execute();
  } else {
    const insert = manager
      .createQueryBuilder()
      .insert()
      .into(KeyWindowEntity)
      .values({ ...row, name });
    await insert.orUpdate(['name'], ['company_id', 'key_id', 'name']).execute();
  }
}

/** Takes from a counter that is open since then, if so much is left. @returns whether it was. */
export async function takeFrom(
  manager: EntityManager,
  counter: Counter,
  { since, limit, amount }: { readonly since: Date; readonly limit: number; readonly amount: number },
): Promise<boolean> {
  const room = { ...rowOf(counter), since, used: LessThanOrEqual(limit - amount) };
  return (await manager.increment(tableOf(counter), room, 'used', amount)).affected === 1;
}

/** Restarts a counter whose time is over, with this much taken from it. @returns false when it was restarted meanwhile. */
export async function renew(
  manager: EntityManager,
  counter: Counter,
  over: Date,
  fresh: Count,
): Promise<boolean> {
  const { since, used } = fresh;
  return (
    (await manager.update(tableOf(counter), { ...rowOf(counter), since: over }, { since, used })).affected ===
    1
  );
}

/** Refunds what was taken and not spent, unless the counter was restarted since. */
export async function refundTo(
  manager: EntityManager,
  counter: Counter,
  since: Date,
  amount: number,
): Promise<void> {
  const same = { ...rowOf(counter), since, used: MoreThanOrEqual(amount) };
  await manager.decrement(tableOf(counter), same, 'used', amount);
}

/**
 * Where a counter stands in the order in which everybody locks them, so that no two wait for each other: windows by name,
 * as their index has them, and then the quota. A tilde comes after all that a name holds.
 */
export function placeOf({ companyId, keyId, name }: Counter): string {
  return `${companyId} ${keyId} ${name ?? '~'}`;
}

function tableOf({ name }: Counter): EntityTarget<ObjectLiteral> {
  return name === null ? KeyQuotaEntity : KeyWindowEntity;
}

function rowOf({ companyId, keyId, name }: Counter): Record<string, string> {
  return name === null ? { companyId, keyId } : { companyId, keyId, name };
}
