import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { type Logger } from 'pino';
import { Clock, Metrics } from '../platform';
import { unavailable } from '../platform/http';
import { LOGGER } from '../platform/logging';
import { CacheLease } from './cache-lease';
import { ChangeFeed } from './change-feed';
import { Heartbeat } from './heartbeat';

const everyMs = 200;
// After news the next heartbeat comes sooner: it tells other instances that this one knows. Not at once, as news comes in bursts.
const soonMs = 20;
const maxAttempts = 3;
const retrySoon = { 'retry-after': '1' };

/** Keeps the lease of this instance: by heartbeats in the background, and by one at once for a request that needs the lease. */
@Injectable()
export class HeartbeatLoop implements OnApplicationBootstrap, OnApplicationShutdown {
  private underWay: Promise<void> | null = null;
  private failure: { readonly cause: unknown } | null = null;
  private pulse: NodeJS.Timeout | null = null;
  private next: NodeJS.Timeout | null = null;
  private lastMs: number | null = null;
  private hasNews = false;
  private isSoon = false;

  constructor(
    private readonly heartbeat: Heartbeat,
    private readonly lease: CacheLease,
    private readonly clock: Clock,
    feed: ChangeFeed,
    metrics: Metrics,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    const age = 'Time since the last heartbeat that succeeded; 0 where there is no other instance.';
    metrics.gauge('kunci_heartbeat_age_seconds', age, () => this.ageMs() / 1000, 'max');
    feed.subscribe({ onChange: () => this.beatSoon(), onGap: () => this.beatSoon() });
  }

  async onApplicationBootstrap(): Promise<void> {
    if (!this.heartbeat.isNeeded) {
      this.lease.holdPermanently();
      return;
    }
    await this.beatOnce();
    this.pulse = setInterval(() => this.lease.signOfLife(), everyMs).unref();
    this.schedule();
  }

  /** At this point all requests have been answered. */
  async onApplicationShutdown(): Promise<void> {
    if (this.pulse === null) return;
    clearInterval(this.pulse);
    this.pulse = null;
    if (this.next) clearTimeout(this.next);
    // Without this, late news would start another heartbeat, which registers the instance again for good.
    this.next = null;
    await this.underWay;
    try {
      await this.heartbeat.leave();
    } catch (err) {
      this.log.warn({ err }, 'this instance could not sign off; receipts will wait for it a few seconds');
    }
  }

  /**
   * Resolves once the lease is held.
   * @throws 503 when no heartbeat succeeds, for whatever reason, or none is fast enough to be worth a lease.
   */
  async ensureLease(): Promise<void> {
    for (let attempt = 0; !this.lease.isHeld(); attempt += 1) {
      // The background loop keeps trying. One more attempt per request would not help a database in trouble.
      if (this.failure !== null) throw unavailable({ cause: this.failure.cause, headers: retrySoon });
      if (attempt === maxAttempts) throw unavailable({ headers: retrySoon });
      await this.beatOnce();
    }
  }

  /** Runs a heartbeat, or joins the one that is under way. */
  private beatOnce(): Promise<void> {
    this.underWay ??= this.run().finally(() => (this.underWay = null));
    return this.underWay;
  }

  private async run(): Promise<void> {
    try {
      if (await this.heartbeat.beat()) this.beatSoon();
      if (this.failure !== null) this.log.info('heartbeats succeed again');
      this.failure = null;
      this.lastMs = this.clock.monotonicMs();
    } catch (cause) {
      if (this.failure === null) this.log.warn({ err: cause }, 'a heartbeat failed');
      this.failure = { cause };
    }
  }

  private ageMs(): number {
    return this.lastMs === null ? 0 : this.clock.monotonicMs() - this.lastMs;
  }

  /** Brings the next heartbeat forward, unless it is near already: a steady flow of news must not delay it. */
  private beatSoon(): void {
    this.hasNews = true;
    if (this.next === null || this.isSoon) return;
    clearTimeout(this.next);
    this.schedule();
  }

  private schedule(): void {
    this.isSoon = this.hasNews;
    this.hasNews = false;
    this.next = setTimeout(() => void this.turn(), this.isSoon ? soonMs : everyMs).unref();
  }

  private async turn(): Promise<void> {
    this.next = null;
    await this.beatOnce();
    if (this.pulse !== null) this.schedule();
  }
}
