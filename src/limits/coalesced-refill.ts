import { Injectable } from '@nestjs/common';
import { Clock, DeadlineExceeded, secondMs, within } from '../platform';
import { Reader, UnitOfWork } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { readCounters } from './counters';
import { type LeasedTokens, type Waiter } from './leased-tokens';
import { type TokenLease } from './token-lease';
import { type LimitOutcome } from './limit-outcome';
import { TokenReturns } from './token-returns';
import { asRead, countersOf, refill } from './refill';

// A verdict waits no longer than this. A refill on a dead connection must not hold up requests that come after the connection
// has recovered; tokens that it takes late are lost, as in a crash.
const maxRefillMs = secondMs;
// Leaves most of that second to the refill itself.
const maxReturnMs = 300;

/** Takes missing tokens from the database, once for all requests that wait for the same key. */
@Injectable()
export class CoalescedRefill {
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly units: UnitOfWork,
    private readonly reader: Reader,
    private readonly returns: TokenReturns,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the outcome of a use for which the leased tokens did not suffice. A caller that stops waiting loses only that one
   * use, which it can refund: the other tokens taken stay here.
   */
  outcome(tokens: LeasedTokens, cost: number): Promise<LimitOutcome> {
    return new Promise((resolve, reject) => {
      tokens.waiters.push({ cost, resolve, reject });
      if (!tokens.isRefilling) this.start(tokens);
    });
  }

  /** Resolves when no refill is under way. */
  async ended(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private start(tokens: LeasedTokens): void {
    tokens.isRefilling = true;
    const work = this.refillForAll(tokens).finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  /** One refill after the other, until nobody waits. A request that comes during one waits for the next. */
  private async refillForAll(tokens: LeasedTokens): Promise<void> {
    while (tokens.waiters.length > 0) {
      const waiters = tokens.waiters;
      tokens.waiters = [];
      try {
        const short = await this.refillFor(tokens, waiters);
        tokens.waiters.unshift(...short);
      } catch (error) {
        for (const { reject } of waiters) reject(error);
      }
    }
    tokens.isRefilling = false;
    if (tokens.retired) this.returns.collect(tokens);
  }

  /** @returns those without an outcome, because other requests used the tokens meant for them. */
  private async refillFor(tokens: LeasedTokens, waiters: readonly Waiter[]): Promise<Waiter[]> {
    const now = this.clock.now();
    // The refill before may have brought enough for those who came during it.
    const short = unanswered(waiters, ({ cost }) => (cost === 0 ? null : tokens.count(cost, now.getTime())));
    if (short.length === 0) return short;
    if (this.returns.isPending(tokens.key.keyId)) await this.returned();
    tokens.add(await this.ask(tokens, short, now));
    return unanswered(short, ({ cost }) => tokens.settle(cost, now));
  }

  /** Tokens on their way back are missing in the database, so waiting for them is worthwhile, but not without a limit. */
  private async returned(): Promise<void> {
    try {
      await within(this.returns.flush(), maxReturnMs);
    } catch (error) {
      if (!(error instanceof DeadlineExceeded)) throw error;
    }
  }

  private async ask(
    tokens: LeasedTokens,
    waiters: readonly Waiter[],
    now: Date,
  ): Promise<readonly TokenLease[]> {
    const { key } = tokens;
    const costs = waiters.map(({ cost }) => cost);
    const heldOf = (at: number, sinceMs: number): number => tokens.heldOf(at, sinceMs);
    if (costs.some((cost) => cost > 0))
      return within(
        this.units.runAhead((tx) => refill(tx, key, { costs, heldOf }, now)),
        maxRefillMs,
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
