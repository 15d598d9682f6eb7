import { covers, exhaustedCounters, type TokenLease, spend } from './token-lease';
import { counted, refused } from './use-outcome';
import { type LimitOutcome } from './limit-outcome';
import { type LimitedKey, sameLimits } from './limited-key';
import { closed } from './periods';

/** A request whose use could not be counted with the tokens leased here. */
export interface Waiter {
  readonly cost: number;
  readonly resolve: (outcome: LimitOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** The tokens that this instance has leased for one key, under the limits of that time, and the requests that wait for more. */
export class LeasedTokens {
  /** One for each window, in the key's order, and one more for the quota if there is one. */
  leases: readonly TokenLease[];
  waiters: Waiter[] = [];
  /** Whether a refill is under way. There is never more than one. */
  isRefilling = false;
  /** Whether this is no longer in use: evicted, idle, or the key has other limits now. The tokens left are returned. */
  retired = false;

  constructor(
    readonly key: LimitedKey,
    public usedAtMs: number,
  ) {
    const limits = key.quota === null ? key.rateLimits : [...key.rateLimits, key.quota];
    this.leases = limits.map(({ limit }) => closed(limit));
  }

  isUnder(key: LimitedKey): boolean {
    return sameLimits(this.key, key);
  }

  /** Counts a use with the leased tokens. @returns null when they do not suffice. */
  count(cost: number, nowMs: number): LimitOutcome | null {
    if (!covers(this.leases, cost, nowMs)) return null;
    spend(this.leases, cost);
    this.usedAtMs = nowMs;
    return counted(this.key, this.leases);
  }

  /** The outcome of a use right after a refill. @returns null when another request used the tokens meant for this one. */
  settle(cost: number, now: Date): LimitOutcome | null {
    const exhausted = exhaustedCounters(this.leases, cost);
    if (exhausted.length > 0) return refused(this.key, this.leases, cost, exhausted, now);
    return cost === 0 ? counted(this.key, this.leases) : this.count(cost, now.getTime());
  }

  /** Adds new tokens to those held for the same windows. Tokens of other windows ended with their window. */
  add(taken: readonly TokenLease[]): void {
    const before = this.leases;
    for (const [at, lease] of taken.entries()) {
      const mine = before[at];
      if (mine?.since === lease.since) lease.held += mine.held;
    }
    this.leases = taken;
  }

  /** Puts the tokens of a counted use back, if their window is still open. */
  refund(cost: number, nowMs: number): void {
    for (const lease of this.leases) if (nowMs < lease.endsAt) lease.held += cost;
  }

  /** The tokens held of this counter if it began at that time; 0 if it is not open (NaN). */
  heldOf(at: number, sinceMs: number): number {
    const lease = this.leases[at];
    return lease?.since === sinceMs ? lease.held : 0;
  }
}
