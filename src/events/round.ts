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
  /** What this instance appended and told at its commit, and has not read in the log yet. */
  private readonly told = new Set<number>();

  constructor(
    private readonly lease: Lease,
    private readonly instances: Instances,
    private readonly tail: LogTail,
    private readonly feed: EventFeed,
  ) {
    feed.subscribe({ happened: ({ seq }) => this.noteTold(seq), lostTrack: () => this.told.clear() });
  }

  /** Whether there can be other instances to agree with. */
  get isNeeded(): boolean {
    return this.instances.canBeMany;
  }

  /**
   * @returns whether there was news: then the others know only by the next round how far this instance has got.
   * @throws what the database throws; then the lease is not renewed.
   */
  async run(): Promise<boolean> {
    let began = this.lease.begin();
    let from = this.position;
    if (from === null || !(await this.instances.beat(from.seq))) {
      from = await this.register();
      began = this.lease.begin();
    }
    const news = await this.tail.newsSince(from);
    this.take(news);
    this.lease.renew(began);
    return news.kind !== 'none';
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

  /** Before there is a position everything is forgotten at registering, so nothing need be noted. */
  private noteTold(seq: number): void {
    if (this.position !== null && seq > this.position.seq) this.told.add(seq);
  }

  private take(news: News): void {
    switch (news.kind) {
      case 'none':
        return;
      case 'events':
        // First: what is told now is behind this position, and so not noted.
        this.position = news.upTo;
        // Telling one's own again would have every key of a company looked up once more, 200 ms after it was.
        this.feed.tell(news.events.filter(({ seq }) => !this.told.delete(seq)));
        return;
      case 'lost-track':
        this.feed.lostTrack();
        this.position = news.upTo;
        return;
    }
  }
}
