import { Injectable } from '@nestjs/common';
import { type LogPosition } from '../audit';
import { CacheLease } from './cache-lease';
import { ChangeFeed } from './change-feed';
import { Instances } from './instances';
import { LogTail, type News } from './log-tail';

/**
 * One heartbeat of an instance that shares its database: record "alive, at this position", read the log, publish what is new,
 * renew the lease. The order matters: an act that was appended before the log was read either sees that position or waits.
 */
@Injectable()
export class Heartbeat {
  private position: LogPosition | null = null;
  /** Events that this instance published at its own commit and has not read in the log yet. */
  private readonly published = new Set<number>();

  constructor(
    private readonly lease: CacheLease,
    private readonly instances: Instances,
    private readonly tail: LogTail,
    private readonly feed: ChangeFeed,
  ) {
    feed.subscribe({ onChange: ({ seq }) => this.notePublished(seq), onGap: () => this.published.clear() });
  }

  /** Whether there can be other instances to agree with. */
  get isNeeded(): boolean {
    return this.instances.canBeMany;
  }

  /**
   * @returns whether there was news. Then other instances learn only from the next heartbeat how far this one has read.
   * @throws what the database throws; then the lease is not renewed.
   */
  async beat(): Promise<boolean> {
    let start = this.lease.begin();
    let from = this.position;
    if (from === null || !(await this.instances.beat(from.seq))) {
      from = await this.register();
      start = this.lease.begin();
    }
    const news = await this.tail.newsSince(from);
    this.apply(news);
    this.lease.renew(start);
    return news.kind !== 'none';
  }

  /** The last thing an instance does. */
  leave(): Promise<void> {
    this.position = null;
    this.lease.lose();
    return this.instances.leave();
  }

  /** No other instance has waited for this one until now, so nothing in its caches can be trusted. */
  private async register(): Promise<LogPosition> {
    this.lease.lose();
    const head = await this.tail.head();
    await this.instances.register(head.seq);
    // Only now: what was cached while nobody waited for this instance is dropped, too.
    this.feed.publishGap();
    this.position = head;
    return head;
  }

  /** Before there is a position there is nothing to note: registering clears everything. */
  private notePublished(seq: number): void {
    if (this.position !== null && seq > this.position.seq) this.published.add(seq);
  }

  private apply(news: News): void {
    switch (news.kind) {
      case 'none':
        return;
      case 'events':
        // The position first: what is published from here on lies behind it, and so is not noted.
        this.position = news.upTo;
        // Publishing our own events a second time would make every key of a company be read again 200 ms after it was.
        this.feed.publish(news.events.filter(({ seq }) => !this.published.delete(seq)));
        return;
      case 'gap':
        this.feed.publishGap();
        this.position = news.upTo;
        return;
    }
  }
}
