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

  tell(events: readonly Happening[]): void {
    for (const listener of this.listeners) for (const event of events) listener.happened(event);
  }

  lostTrack(): void {
    for (const listener of this.listeners) listener.lostTrack();
  }
}
