import { Injectable } from '@nestjs/common';
import { EventFeed } from './event-feed';
import { Instances } from './instances';
import { Lease } from './lease';
import { LogTail, type News, type Position } from './log-tail';

/**
 * One round of an instance that shares its database: say "alive, at this position", read the log, tell what is new, renew
 * the lease. In this order: whoever appended an event before the log was read either sees that position, or is waited for.
 */
@Injectable()
export class Round {
  private position: Position | null = null;

  constructor(
    private readonly lease: Lease,
    private readonly instances: Instances,
    private readonly tail: LogTail,
    private readonly feed: EventFeed,
  ) {}

  /** Whether there can be other instances to agree with. */
  get isNeeded(): boolean {
    return this.instances.canBeMany;
  }

  /** @throws what the database throws; then the lease is not renewed. */
  async run(): Promise<void> {
    let began = this.lease.begin();
    let from = this.position;
    if (from === null || !(await this.instances.beat(from.seq))) {
      from = await this.register();
      began = this.lease.begin();
    }
    this.take(await this.tail.newsSince(from));
    this.lease.renew(began);
  }

  /** The last thing an instance does. */
  leave(): Promise<void> {
    this.position = null;
    this.lease.lose();
    return this.instances.leave();
  }

  /** Nobody waited for this instance until now, so nothing that it remembers is to be believed. */
  private async register(): Promise<Position> {
    this.lease.lose();
    const head = await this.tail.head();
    await this.instances.register(head.seq);
    // Afterwards: what was looked up while nobody waited for this instance is lost, too.
    this.feed.lostTrack();
    this.position = head;
    return head;
  }

  private take(news: News): void {
    switch (news.kind) {
      case 'none':
        return;
      case 'events':
        this.feed.tell(news.events);
        this.position = news.upTo;
        return;
      case 'lost-track':
        this.feed.lostTrack();
        this.position = news.upTo;
        return;
    }
  }
}
