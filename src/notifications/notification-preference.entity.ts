import { Entity } from 'typeorm';
import { FlagColumn, PrimaryIdColumn, PrimaryTextColumn } from '../platform/database';

/** How a member wants to be told of a topic, if not as everybody is at first. */
@Entity('notification_preferences')
export class NotificationPreferenceEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  @PrimaryIdColumn({ name: 'user_id' })
  userId!: string;

  @PrimaryTextColumn()
  topic!: string;

  @FlagColumn()
  inbox!: boolean;

  @FlagColumn()
  mail!: boolean;
}
