import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock, secondMs } from '../platform';
import { LeasedTokens } from './leased-tokens';
import { type LimitedKey } from './limited-key';
import { TokenReturns } from './token-returns';

/** The number of keys held at once; the least recently used key makes room. */
const maxKeys = 20_000;
const idleMs = 5 * secondMs;

/** Tokens held of a counter that began at that time. */
export interface LeasedAmount {
  readonly sinceMs: number;
  readonly amount: number;
}

/** The tokens leased by this instance, by key. */
@Injectable()
export class TokenLeases {
  private readonly byKey = new LRUCache<string, LeasedTokens>({
    max: maxKeys,
    dispose: (tokens) => this.retire(tokens),
  });

  constructor(
    private readonly returns: TokenReturns,
    private readonly clock: Clock,
  ) {}

  /** @returns the tokens of a key. Tokens taken under other limits of the key are retired at once. */
  of(key: LimitedKey, nowMs: number): LeasedTokens {
    const found = this.byKey.get(key.keyId);
    if (found?.isUnder(key) === true) return found;
    const fresh = new LeasedTokens(key, nowMs);
    this.byKey.set(key.keyId, fresh);
    return fresh;
  }

  /** @returns the same, or null if there are none. Does not count as a use. */
  find(keyId: string): LeasedTokens | null {
    return this.byKey.peek(keyId) ?? null;
  }

  /** How many tokens of a key's quota are held, and of which period. */
  ofQuota(keyId: string): LeasedAmount | null {
    const tokens = this.find(keyId);
    if (tokens === null || tokens.key.quota === null) return null;
    const lease = tokens.leases[tokens.key.rateLimits.length];
    return lease === undefined ? null : { sinceMs: lease.since, amount: lease.held };
  }

  /** Retires tokens that were not used for a while, so that other instances can have them. */
  retireIdle(): void {
    const before = this.clock.now().getTime() - idleMs;
    for (const [keyId, tokens] of [...this.byKey.entries()]) {
      if (tokens.usedAtMs <= before && !tokens.isRefilling) this.byKey.delete(keyId);
    }
  }

  retireAll(): void {
    this.byKey.clear();
  }

  private retire(tokens: LeasedTokens): void {
    tokens.retired = true;
    // Otherwise `SharedTakes` gives back what is left over, once those who wait have theirs.
    if (!tokens.isRefilling) this.returns.collect(tokens);
  }
}
