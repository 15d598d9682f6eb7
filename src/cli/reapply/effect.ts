import { type CoreEventType } from '../../../libs/events';
import { type EventEntity } from '../../audit';
import { type Rows } from './rows';

/** An event of the log that a restored database does not know yet. */
export interface PastEvent extends Pick<EventEntity, 'type' | 'targetId' | 'at'> {
  /** Empty for what concerns no company. */
  readonly companyId: string;
  /** What the event says beside who and when. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * Does to the rows what the event says was done. What it is about may be missing, for it was made after the backup.
 * @returns what people have to do because the log does not hold it, or null.
 */
export type Effect = (rows: Rows, event: PastEvent) => Promise<string | null>;

export type Effects = Readonly<Partial<Record<CoreEventType, Effect>>>;
