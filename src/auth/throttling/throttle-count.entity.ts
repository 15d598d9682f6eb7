import { Entity } from 'typeorm';
import { CountColumn, PrimaryBytesColumn, TimeColumn } from '../../platform/database';

/** The number of failed attempts at one username, or from one address, in the current window. */
@Entity('guess_counts')
export class ThrottleCountEntity {
  /** A hash, so that the table reveals neither usernames nor addresses. */
  @PrimaryBytesColumn()
  subject!: Buffer;

  @CountColumn()
  used!: number;

  @TimeColumn({ name: 'ends_at' })
  endsAt!: Date;
}
