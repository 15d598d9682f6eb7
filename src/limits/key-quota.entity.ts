import { Entity } from 'typeorm';
import { CountColumn, PrimaryIdColumn, TimeColumn } from '../platform/database';

/** How much of a key's quota was used in the current period. */
@Entity('key_quotas')
export class KeyQuotaEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  @PrimaryIdColumn({ name: 'key_id' })
  keyId!: string;

  /** When the period began. */
  @TimeColumn()
  since!: Date;

  @CountColumn()
  used!: number;
}
