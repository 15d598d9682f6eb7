import { covers, exhaustedBy, type Lease, spend } from './lease';
import { counted, refused } from './judged-use';
import { type LimitOutcome } from './limit-outcome';
import { type LimitedKey, sameLimits } from './limited-key';
import { closed } from './periods';

/** Somebody whose use could not be counted with what is held here. */
export interface Waiter {
  readonly cost: number;
  readonly resolve: (outcome: LimitOutcome) => void;
  readonly reject: (error: unknown) => void;
}

/** What this instance holds for one key, under the limits it was taken under, and who waits for more of it. */
export class Holding {
  /** One for each window, in the key's order, and one more for the quota if there is one. */
  leases: readonly Lease[];
  waiters: Waiter[] = [];
  /** Whether a take is under way. There is never more than one. */
  taking = false;
  /** Whether it was put out of use: evicted, idle, or the key has other limits now. What it still holds is given back. */
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

  /** Counts a use with what is held. @returns null when that does not do. */
  count(cost: number, nowMs: number): LimitOutcome | null {
    if (!covers(this.leases, cost, nowMs)) return null;
    spend(this.leases, cost);
    this.usedAtMs = nowMs;
    return counted(this.key, this.leases);
  }

  /** What becomes of a use right after a take. @returns null when another was quicker with what was taken for it. */
  judge(cost: number, now: Date): LimitOutcome | null {
    const exhausted = exhaustedBy(this.leases, cost);
    if (exhausted.length > 0) return refused(this.key, this.leases, cost, exhausted, now);
    return cost === 0 ? counted(this.key, this.leases) : this.count(cost, now.getTime());
  }

  /** Adds what was taken to what is held of the same windows. What is held of others ended with them. */
  deposit(taken: readonly Lease[]): void {
    const before = this.leases;
    for (const [at, lease] of taken.entries()) {
      const mine = before[at];
      if (mine?.since === lease.since) lease.held += mine.held;
    }
    this.leases = taken;
  }

  /** Puts a counted use back, where its window is still open. */
  uncount(cost: number, nowMs: number): void {
    for (const lease of this.leases) if (nowMs < lease.endsAt) lease.held += cost;
  }

  /** How much is held of this counter, as it began then. */
  heldOf(at: number, since: Date): number {
    const lease = this.leases[at];
    return lease?.since === since.getTime() ? lease.held : 0;
  }
}
