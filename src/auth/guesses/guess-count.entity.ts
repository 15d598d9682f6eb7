import { Entity } from 'typeorm';
import { CountColumn, PrimaryBytesColumn, TimeColumn } from '../../platform/database';

/** How many wrong guesses at one username, or from one address, there were since the first of them. */
@Entity('guess_counts')
export class GuessCountEntity {
  /** A hash: the table tells nobody whose names were tried, nor from where. */
  @PrimaryBytesColumn()
  subject!: Buffer;

  @CountColumn()
  used!: number;

  @TimeColumn({ name: 'ends_at' })
  endsAt!: Date;
}
