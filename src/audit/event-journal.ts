import { type EventEntity } from './event.entity';

/**
 * A second place that learns of events once they are committed, and before the act is answered. Beside a SQLite file it tells
 * a file that was put back from one that was in use until now.
 */
export abstract class EventJournal {
  /** Must not throw: the events are committed. */
  abstract append(events: readonly EventEntity[]): void;
}

/** On MySQL, which has no file of ours; and for commands: the next start enters what they did. */
export class NoJournal extends EventJournal {
  override append(): void {
    // There is nothing beside the database.
  }
}
