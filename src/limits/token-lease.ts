/*
 * What an instance holds of a counter, and what it decides by that alone. Plain values and arithmetic; `coalesced-refill.ts` asks the
 * database, and `leased-tokens.ts` keeps the result.
 */

/**
 * What this instance holds of one counter, a window or a quota, and what it last read of the rest. It is changed in place,
 * because it is touched by every request. Times are milliseconds since 1970.
 */
export interface TokenLease {
  /** When the counter began that it was taken from; NaN where none is open, which equals nothing. */
  readonly since: number;
  /** From then on, what is held is worth nothing. */
  readonly endsAt: number;
  readonly resetsAt: string | null;
  /** Taken from the database and not spent yet. */
  held: number;
  /** What was left in the database at the last look, besides what is held here. */
  left: number;
}

/** Whether a use can be counted without asking anybody. */
export function covers(leases: readonly TokenLease[], cost: number, nowMs: number): boolean {
  for (const lease of leases) if (lease.held < cost || nowMs >= lease.endsAt) return false;
  return true;
}

export function spend(leases: readonly TokenLease[], cost: number): void {
  for (const lease of leases) lease.held -= cost;
}

/** What can still be spent: here, or by taking more. */
export function available(lease: Stock): number {
  return lease.held + lease.left;
}

/**
 * Which counters stand against a use, by their places; none against a cost of 0, which only looks. Empty does not mean that
 * enough is held: what is missing may have to be taken first.
 */
export function exhaustedCounters(leases: readonly Stock[], cost: number): number[] {
  return leases.flatMap((lease, at) => (available(lease) < cost ? [at] : []));
}

/** A counter as a refill sees it: what is held of it, and what the database has left. */
export type Stock = Pick<TokenLease, 'held' | 'left'>;

/** How much of what is left one instance keeps ready. With ten of them, half of a limit is never out of reach. */
export const shareOfWindow = 0.05;
/** Of a quota less: what a killed process held of it is lost for the whole period, or for good. */
export const shareOfQuota = 0.01;

/**
 * How much to take from each counter so that as many of these uses as can be are counted, in their order: what they need,
 * or the counter's share of what is left if that is more. Where little is left that is nothing more, so the end goes one by
 * one.
 * @param shares of the counters, in their order.
 * @returns null when no use can be counted; then nothing must be taken.
 */
export function planRefill(
  stocks: readonly Stock[],
  costs: readonly number[],
  shares: readonly number[],
): readonly number[] | null {
  const least = Math.min(...stocks.map(available));
  let needed = 0;
  for (const cost of costs) if (needed + cost <= least) needed += cost;
  return needed === 0 ? null : stocks.map((stock, at) => amountOf(stock, needed, shares[at] ?? 0));
}

function amountOf({ held, left }: Stock, needed: number, share: number): number {
  const ready = Math.floor(left * share);
  const spare = held - needed;
  if (spare < 0) return Math.max(-spare, ready);
  // It is another counter that has run out. This one is topped up by the way, unless it has most of its share.
  return spare * 2 < ready ? ready - spare : 0;
}
