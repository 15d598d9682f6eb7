import { Entity } from 'typeorm';
import { CountColumn, IdColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

/** What a member was told of: an event, with the facts that say it, so that nothing else has to be read for it. */
@Entity('notifications')
export class NotificationEntity {
  /** In the order of the log. */
  @PrimaryIdColumn()
  id!: string;

  @IdColumn({ name: 'company_id' })
  companyId!: string;

  @IdColumn({ name: 'user_id' })
  userId!: string;

  /** The place of the event in the log. */
  @CountColumn()
  seq!: number;

  @TimeColumn()
  at!: Date;

  @TextColumn()
  type!: string;

  @IdColumn({ name: 'target_id' })
  targetId!: string;

  /** As JSON, by `notice-facts.ts`. */
  @TextColumn()
  facts!: string;

  @TimeColumn({ name: 'read_at', nullable: true })
  readAt!: Date | null;
}
