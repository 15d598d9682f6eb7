import { type CoreEventType } from '../../../libs/events';
import { type EventEntity } from '../../audit';
import { type Rows } from './rows';

/** An event of the log that a restored database does not know yet. */
export interface PastEvent extends Pick<EventEntity, 'type' | 'targetId' | 'at'> {
  /** Empty for an event that concerns no company. */
  readonly companyId: string;
  /** What the event says beside who and when. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * Changes the rows as the event says. The row that it is about may be missing, because it was made after the backup.
 * @returns what people have to do by hand, because the log does not contain it; or null.
 */
export type Effect = (rows: Rows, event: PastEvent) => Promise<string | null>;

export type Effects = Readonly<Partial<Record<CoreEventType, Effect>>>;
