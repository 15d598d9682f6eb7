import { Injectable } from '@nestjs/common';
import { type EventEntity } from './event.entity';

/** What of an event tells whether something remembered is out of date. */
export type Happening = Pick<EventEntity, 'seq' | 'companyId' | 'targetType' | 'targetId'>;

export interface FeedListener {
  /** Something happened, here or on another instance. It may be told more than once. Must not throw, and awaits nothing. */
  happened(event: Happening): void;
  /** Nobody knows what happened: whatever is remembered may be out of date. */
  lostTrack(): void;
}

/** Tells caches what happened, in the order of the log. What is appended here is told at its commit, before it is answered. */
@Injectable()
export class EventFeed {
  private readonly listeners: FeedListener[] = [];

  subscribe(listener: FeedListener): void {
    this.listeners.push(listener);
  }

  /** @throws what a listener threw, after every other was told. That one has forgotten everything: it may have missed it. */
  tell(events: readonly Happening[]): void {
    const faults = this.listeners.flatMap((listener) => tellOne(listener, events));
    if (faults.length > 0) throw faults[0];
  }

  lostTrack(): void {
    for (const listener of this.listeners) listener.lostTrack();
  }
}

function tellOne(listener: FeedListener, events: readonly Happening[]): unknown[] {
  try {
    for (const event of events) listener.happened(event);
    return [];
  } catch (fault) {
    listener.lostTrack();
    return [fault];
  }
}
