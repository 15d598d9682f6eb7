import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock, secondMs } from '../platform';
import { Holding } from './holding';
import { type LimitedKey } from './limited-key';
import { Returns } from './returns';

/** More keys than this are not held at once; the one that was used longest ago makes room. */
const mostKeys = 20_000;
const idleMs = 5 * secondMs;

/** What is held of a counter that began then. */
export interface Held {
  readonly sinceMs: number;
  readonly amount: number;
}

/** What this instance holds, by key. */
@Injectable()
export class Holdings {
  private readonly byKey = new LRUCache<string, Holding>({
    max: mostKeys,
    dispose: (holding) => this.retire(holding),
  });

  constructor(
    private readonly returns: Returns,
    private readonly clock: Clock,
  ) {}

  /** @returns what is held for a key. What was taken under other limits of it is put out of use at once. */
  of(key: LimitedKey, nowMs: number): Holding {
    const found = this.byKey.get(key.keyId);
    if (found?.isUnder(key) === true) return found;
    const fresh = new Holding(key, nowMs);
    this.byKey.set(key.keyId, fresh);
    return fresh;
  }

  /** @returns the same, if something is held. Does not count as a use. */
  find(keyId: string): Holding | null {
    return this.byKey.peek(keyId) ?? null;
  }

  /** How much of a key's quota is held, and of which period. */
  ofQuota(keyId: string): Held | null {
    const holding = this.find(keyId);
    if (holding === null || holding.key.quota === null) return null;
    const lease = holding.leases[holding.key.rateLimits.length];
    return lease === undefined ? null : { sinceMs: lease.since, amount: lease.held };
  }

  /** Puts out of use what nobody has asked for in a while, so that others find it. */
  retireIdle(): void {
    const before = this.clock.now().getTime() - idleMs;
    for (const [keyId, holding] of [...this.byKey.entries()]) {
      if (holding.usedAtMs <= before && !holding.taking) this.byKey.delete(keyId);
    }
  }

  retireAll(): void {
    this.byKey.clear();
  }

  private retire(holding: Holding): void {
    holding.retired = true;
    // Otherwise `SharedTakes` gives back what is left over, once those who wait have theirs.
    if (!holding.taking) this.returns.collect(holding);
  }
}
