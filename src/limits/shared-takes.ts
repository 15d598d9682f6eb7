import { Injectable } from '@nestjs/common';
import { Clock, DeadlineExceeded, secondMs, within } from '../platform';
import { Reader, UnitOfWork } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { readCounters } from './counters';
import { type Holding, type Waiter } from './holding';
import { type Lease } from './lease';
import { type LimitOutcome } from './limit-outcome';
import { Returns } from './returns';
import { asRead, countersOf, take } from './take';

// Nobody waits longer for a verdict. A take on a connection that has gone silent must not keep out those who come after it has
// healed; what it still takes is lost, as in a crash.
const longestTakeMs = secondMs;
// Leaves most of that second to the take itself.
const longestReturnMs = 300;

/** Asks the database for what is not held, for all who wait for the same key at once. */
@Injectable()
export class SharedTakes {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly units: UnitOfWork,
    private readonly reader: Reader,
    private readonly returns: Returns,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns what becomes of a use that what is held did not do for. Who no longer waits for it loses nothing but that one
   * use, which it can have put back: what was taken besides stays here.
   */
  outcome(holding: Holding, cost: number): Promise<LimitOutcome> {
    return new Promise((resolve, reject) => {
      holding.waiters.push({ cost, resolve, reject });
      if (!holding.taking) this.start(holding);
    });
  }

  /** Resolves when nothing is under way any more. */
  async ended(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private start(holding: Holding): void {
    holding.taking = true;
    const work = this.takeForAll(holding).finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  /** One take after the other, until nobody waits. Whoever comes during one waits for the next. */
  private async takeForAll(holding: Holding): Promise<void> {
    while (holding.waiters.length > 0) {
      const waiters = holding.waiters;
      holding.waiters = [];
      try {
        const short = await this.takeFor(holding, waiters);
        holding.waiters.unshift(...short);
      } catch (error) {
        for (const { reject } of waiters) reject(error);
      }
    }
    holding.taking = false;
    if (holding.retired) this.returns.collect(holding);
  }

  /** @returns those who have no answer yet, because others were quicker with what was taken for them. */
  private async takeFor(holding: Holding, waiters: readonly Waiter[]): Promise<Waiter[]> {
    const now = this.clock.now();
    // The take before may have brought enough for those who came during it.
    const short = unanswered(waiters, ({ cost }) => (cost === 0 ? null : holding.count(cost, now.getTime())));
    if (short.length === 0) return short;
    if (this.returns.concerns(holding.key.keyId)) await this.returned();
    holding.deposit(await this.ask(holding, short, now));
    return unanswered(short, ({ cost }) => holding.judge(cost, now));
  }

  /** Without what is on its way back less is found left, and never more: it is worth a wait, but not one without end. */
  private async returned(): Promise<void> {
    try {
      await within(this.returns.flush(), longestReturnMs);
    } catch (error) {
      if (!(error instanceof DeadlineExceeded)) throw error;
    }
  }

  private async ask(holding: Holding, waiters: readonly Waiter[], now: Date): Promise<readonly Lease[]> {
    const { key } = holding;
    const costs = waiters.map(({ cost }) => cost);
    const heldOf = (at: number, sinceMs: number): number => holding.heldOf(at, sinceMs);
    if (costs.some((cost) => cost > 0))
      return within(
        this.units.runAhead((tx) => take(tx, key, { costs, heldOf }, now)),
        longestTakeMs,
      );
    return asRead(countersOf(key, await readCounters(managerOf(this.reader), key, false), now));
  }
}

/** Answers whom it can. @returns the others. */
function unanswered(waiters: readonly Waiter[], answer: (waiter: Waiter) => LimitOutcome | null): Waiter[] {
  return waiters.filter((waiter) => {
    const outcome = answer(waiter);
    if (outcome !== null) waiter.resolve(outcome);
    return outcome === null;
  });
}
