import { Injectable } from '@nestjs/common';
import { type EventEntity, EventLog } from '../audit';

/** The part of an event that tells a cache which of its entries are out of date. */
export type ChangeEvent = Pick<EventEntity, 'seq' | 'companyId' | 'type' | 'targetId'>;

export interface ChangeListener {
  /** Called for an event of this or another instance, possibly more than once. Must be synchronous and must not throw. */
  onChange(event: ChangeEvent): void;
  /** Called when events may have been missed: everything in the cache may be out of date. */
  onGap(): void;
}

/** Publishes changes to caches, in log order. Events appended here are published at their commit, before the answer is sent. */
@Injectable()
export class ChangeFeed {
  private readonly listeners: ChangeListener[] = [];

  constructor(log: EventLog) {
    log.onCommitted((events) => this.publish(events));
  }

  subscribe(listener: ChangeListener): void {
    this.listeners.push(listener);
  }

  /** @throws what a listener threw, after all others were called. That listener may have missed events, so it gets `onGap`. */
  publish(events: readonly ChangeEvent[]): void {
    const faults = this.listeners.flatMap((listener) => publishTo(listener, events));
    if (faults.length > 0) throw faults[0];
  }

  publishGap(): void {
    for (const listener of this.listeners) listener.onGap();
  }
}

function publishTo(listener: ChangeListener, events: readonly ChangeEvent[]): unknown[] {
  try {
    for (const event of events) listener.onChange(event);
    return [];
  } catch (fault) {
    listener.onGap();
    return [fault];
  }
}
