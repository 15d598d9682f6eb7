import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Logger } from 'pino';
import { unavailable } from '../platform/http';
import { LOGGER } from '../platform/logging';
import { EventFeed } from './event-feed';
import { Lease } from './lease';
import { Round } from './round';

const everyMs = 200;
// After news the next round comes sooner, for it tells the others that this instance knows. Not at once: news comes in bursts.
const soonMs = 20;
const mostAttempts = 3;
const soonAgain = { 'retry-after': '1' };

/** Keeps the lease of this instance: by rounds in the background, and by one at once for who cannot wait. */
@Injectable()
export class Rounds implements OnApplicationBootstrap, OnApplicationShutdown {
  private underWay: Promise<void> | null = null;
  private failure: { readonly cause: unknown } | null = null;
  private pulse: NodeJS.Timeout | null = null;
  private next: NodeJS.Timeout | null = null;
  private hasNews = false;
  private isNear = false;

  constructor(
    private readonly round: Round,
    private readonly lease: Lease,
    feed: EventFeed,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    feed.subscribe({ happened: () => this.soon(), lostTrack: () => this.soon() });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.round.isNeeded) {
      this.lease.keepForGood();
      return;
    }
    await this.complete();
    this.pulse = setInterval(() => this.lease.signOfLife(), everyMs).unref();
    this.schedule();
  }

  /** By now everybody has been answered. */
  async onApplicationShutdown(): Promise<void> {
    if (this.pulse === null) return;
    clearInterval(this.pulse);
    this.pulse = null;
    if (this.next) clearTimeout(this.next);
    // So that no news brings on another round, which would register an instance that nobody signs off again.
    this.next = null;
    await this.underWay;
    try {
      await this.round.leave();
    } catch (err) {
      this.log.warn({ err }, 'this instance could not sign off; receipts will wait for it a few seconds');
    }
  }

  /**
   * Resolves once the lease is held.
   * @throws 503 when no round can be completed, whatever is the matter, or none is quick enough to be worth a lease.
   */
  async ensureLease(): Promise<void> {
    for (let attempt = 0; !this.lease.isHeld(); attempt += 1) {
      // The background goes on trying. To ask a database in trouble once more for every request would not help it.
      if (this.failure !== null) throw unavailable({ cause: this.failure.cause, headers: soonAgain });
      if (attempt === mostAttempts) throw unavailable({ headers: soonAgain });
      await this.complete();
    }
  }

  /** Runs a round, or joins the one that is under way. */
  private complete(): Promise<void> {
    this.underWay ??= this.run().finally(() => (this.underWay = null));
    return this.underWay;
  }

  private async run(): Promise<void> {
    try {
      if (await this.round.run()) this.soon();
      if (this.failure !== null) this.log.info('rounds are completed again');
      this.failure = null;
    } catch (cause) {
      if (this.failure === null) this.log.warn({ err: cause }, 'a round could not be completed');
      this.failure = { cause };
    }
  }

  /** Puts the next round forward, unless it is near already: a steady flow of news must not put it off. */
  private soon(): void {
    this.hasNews = true;
    if (this.next === null || this.isNear) return;
    clearTimeout(this.next);
    this.schedule();
  }

  private schedule(): void {
    this.isNear = this.hasNews;
    this.hasNews = false;
    this.next = setTimeout(() => void this.turn(), this.isNear ? soonMs : everyMs).unref();
  }

  private async turn(): Promise<void> {
    this.next = null;
    await this.complete();
    if (this.pulse !== null) this.schedule();
  }
}
