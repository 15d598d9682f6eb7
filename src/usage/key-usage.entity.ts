import { Entity } from 'typeorm';
import { PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

/** When a key was last used, from where, with what and for what. */
@Entity('key_usage')
export class KeyUsageEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  @PrimaryIdColumn({ name: 'key_id' })
  keyId!: string;

  @TimeColumn({ name: 'last_used_at' })
  lastUsedAt!: Date;

  @TextColumn({ nullable: true })
  address!: string | null;

  @TextColumn({ name: 'user_agent', nullable: true })
  userAgent!: string | null;

  /** As `LastUse` has it. Null for a use that another service asked about. */
  @TextColumn({ nullable: true })
  route!: string | null;

  /** When a superseded secret of the key was last used; it may be one that ended long ago. */
  @TimeColumn({ name: 'superseded_used_at', nullable: true })
  supersededUsedAt!: Date | null;
}
