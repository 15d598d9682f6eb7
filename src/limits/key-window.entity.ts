import { Entity } from 'typeorm';
import { CountColumn, PrimaryIdColumn, TimeColumn } from '../platform/database';

/** How often a key was used in the current window of one of its rate limits. */
@Entity('key_windows')
export class KeyWindowEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  @PrimaryIdColumn({ name: 'key_id' })
  keyId!: string;

  @PrimaryIdColumn()
  name!: string;

  /** When the window was opened, by its first use. */
  @TimeColumn()
  since!: Date;

  @CountColumn()
  used!: number;
}
