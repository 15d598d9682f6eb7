import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type Counter, refundTo, placeOf } from './counters';
import { type LeasedTokens } from './leased-tokens';

/** Tokens that were taken from a counter of that time and not spent. */
interface UnspentTokens extends Counter {
  readonly since: Date;
  readonly amount: number;
}

const maxInOneUnit = 500;

/**
 * Gives back to the database what this instance took and does not need. What waits here when the process dies is lost until
 * its window ends, or permanently for a quota without a refill; never more than what was held, and nobody gets past a
 * limit by it.
 */
@Injectable()
export class TokenReturns {
  private waiting = new Map<string, UnspentTokens[]>();
  private writing: { readonly keyIds: ReadonlySet<string>; readonly done: Promise<void> } | null = null;

  constructor(private readonly units: UnitOfWork) {}

  /** Collects all unspent tokens of a key, to be returned. */
  collect({ key, leases }: LeasedTokens): void {
    const { companyId, keyId } = key;
    for (const [at, lease] of leases.entries()) {
      if (lease.held === 0) continue;
      const name = key.rateLimits[at]?.name ?? null;
      const one = { companyId, keyId, name, since: new Date(lease.since), amount: lease.held };
      lease.held = 0;
      this.waiting.set(keyId, [...(this.waiting.get(keyId) ?? []), one]);
    }
  }

  /** Whether tokens of this key are on their way back. A refill from the same counters waits for them, and finds more left. */
  isPending(keyId: string): boolean {
    return this.waiting.has(keyId) || this.writing?.keyIds.has(keyId) === true;
  }

  /** Gives back what waits. Throws what the database throws; what certainly was not given back then goes on waiting. */
  async flush(): Promise<void> {
    while (this.writing !== null) await this.writing.done;
    if (this.waiting.size === 0) return;
    const batch = this.waiting;
    this.waiting = new Map();
    const work = this.write([...batch.values()].flat());
    // Who waits for its end does not wait for its success: that is for the one who began it.
    const done = work.then(nothing, nothing).finally(() => (this.writing = null));
    this.writing = { keyIds: new Set(batch.keys()), done };
    await work;
  }

  private async write(returns: readonly UnspentTokens[]): Promise<void> {
    // Everybody in one order, so that two instances do not wait for each other.
    const ordered = returns.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
    for (let from = 0; from < ordered.length; from += maxInOneUnit) {
      const batch = ordered.slice(from, from + maxInOneUnit);
      try {
        await this.writeBatch(batch);
      } catch (error) {
        this.keep(ordered.slice(from + maxInOneUnit));
        throw error;
      }
    }
  }

  /** Keeps what was certainly rolled back. A fault in the COMMIT itself says nothing, and giving back twice is over-spending. */
  private async writeBatch(batch: readonly UnspentTokens[]): Promise<void> {
    const progress = { isCommitting: false };
    try {
      await this.units.run(async (tx) => {
        progress.isCommitting = false;
        for (const one of batch) await refundTo(managerOf(tx), one, one.since, one.amount);
        progress.isCommitting = true;
      });
    } catch (error) {
      if (!progress.isCommitting) this.keep(batch);
      throw error;
    }
  }

  private keep(returns: readonly UnspentTokens[]): void {
    for (const one of returns) this.waiting.set(one.keyId, [...(this.waiting.get(one.keyId) ?? []), one]);
  }
}

function nothing(): void {
  // The end is all that is asked for.
}
