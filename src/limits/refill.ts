import { type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { begin, type Counter, placeOf, readCounters, renew, type StoredCounters, takeFrom } from './counters';
import { type TokenLease, planRefill, shareOfQuota, shareOfWindow } from './token-lease';
import { type Count } from './limit-outcome';
import { type LimitedKey } from './limited-key';
import { periodStart, quotaAsRead, windowAsRead } from './periods';

/** What is missing here: the uses that wait, in their order, and what is held of a counter if it began then. */
export interface RefillRequest {
  readonly costs: readonly number[];
  readonly heldOf: (at: number, sinceMs: number) => number;
}

/**
 * Takes from each of a key's counters what these uses need and a little ahead, or nothing from any.
 *
 * On MySQL the counters are locked first. Without that, of ten instances that take at once, nine would find that the figures
 * moved, and what looks like a refusal would be a race. Fit to run again after a deadlock: nothing outside is changed.
 * @returns each counter as it is now, with what was taken of it as held.
 */
export async function refill(
  tx: Tx,
  key: LimitedKey,
  demand: RefillRequest,
  now: Date,
): Promise<readonly TokenLease[]> {
  const found = await openCounters(tx, key, now);
  const first = plan(found, demand);
  if (first === null) return asRead(found);
  const begun = await beginMissing(tx, found);
  // Somebody else may have begun them at the same time, and taken from them.
  const counters = begun ? await openCounters(tx, key, now) : found;
  const amounts = begun ? plan(counters, demand) : first;
  if (amounts === null) return asRead(counters);
  const taken: TokenLease[] = [];
  for (const [at, counter] of counters.entries()) taken.push(await refillOne(tx, counter, amounts[at] ?? 0));
  return taken;
}

/** A counter, what is stored of it, and what that means now. */
interface OpenCounter {
  readonly counter: Counter;
  readonly limit: number;
  readonly stored: Count | null;
  /** When it would begin if it began now. */
  readonly fresh: Date;
  /** What it is with this count. */
  readonly read: (count: Count | null) => TokenLease;
}

/** A key's counters in its order, from what is stored of them. */
export function countersOf(key: LimitedKey, stored: StoredCounters, now: Date): OpenCounter[] {
  const { companyId, keyId, quota } = key;
  const windows = key.rateLimits.map((limit) => ({
    counter: { companyId, keyId, name: limit.name },
    limit: limit.limit,
    stored: stored.windows.get(limit.name) ?? null,
    fresh: now,
    read: (count: Count | null) => windowAsRead(limit, count, now),
  }));
  if (quota === null) return windows;
  const read = (count: Count | null): TokenLease => quotaAsRead(quota, count, now);
  const fresh = periodStart(now, quota.refill);
  const counter = { companyId, keyId, name: null };
  return [...windows, { counter, limit: quota.limit, stored: stored.quota, fresh, read }];
}

export function asRead(counters: readonly OpenCounter[]): TokenLease[] {
  return counters.map(({ stored, read }) => read(stored));
}

async function openCounters(tx: Tx, key: LimitedKey, now: Date): Promise<OpenCounter[]> {
  return countersOf(key, await readCounters(managerOf(tx), key, tx.dialect === 'mysql'), now);
}

function plan(counters: readonly OpenCounter[], { costs, heldOf }: RefillRequest): readonly number[] | null {
  const stocks = counters.map(({ stored, read }, at) => {
    const { since, left } = read(stored);
    return { left, held: heldOf(at, since) };
  });
  const shares = counters.map(({ counter }) => (counter.name === null ? shareOfQuota : shareOfWindow));
  return planRefill(stocks, costs, shares);
}

/** @returns whether there were any. */
async function beginMissing(tx: Tx, counters: readonly OpenCounter[]): Promise<boolean> {
  const missing = counters.filter(({ stored }) => stored === null);
  // In the order in which they are locked, too.
  const ordered = missing.toSorted((one, other) => (placeOf(one.counter) < placeOf(other.counter) ? -1 : 1));
  for (const { counter, fresh } of ordered) await begin(managerOf(tx), counter, fresh);
  return missing.length > 0;
}

async function refillOne(
  tx: Tx,
  { counter, limit, stored, fresh, read }: OpenCounter,
  amount: number,
): Promise<TokenLease> {
  if (amount === 0 || stored === null) return read(stored);
  const isOpen = !Number.isNaN(read(stored).since);
  const count = isOpen ? { since: stored.since, used: stored.used + amount } : { since: fresh, used: amount };
  const done = isOpen
    ? await takeFrom(managerOf(tx), counter, { since: stored.since, limit, amount })
    : await renew(managerOf(tx), counter, stored.since, count);
  if (!done) throw new Error(`A counter of key ${counter.keyId} moved while it was locked`);
  return { ...read(count), held: amount };
}
