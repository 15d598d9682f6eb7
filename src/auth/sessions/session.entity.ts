import { Entity } from 'typeorm';
import { BytesColumn, IdColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../../platform/database';

/** Someone who signed in. The token is in their cookie; here is only its hash. */
@Entity('sessions')
export class SessionEntity {
  @PrimaryIdColumn()
  id!: string;

  @BytesColumn({ name: 'token_hash' })
  tokenHash!: Buffer;

  @IdColumn({ name: 'user_id' })
  userId!: string;

  /** The company acted for at the moment. */
  @IdColumn({ name: 'company_id', nullable: true })
  companyId!: string | null;

  /** The personal key it was opened with, and which of its secrets; null for a session opened with a password. */
  @IdColumn({ name: 'key_id', nullable: true })
  keyId!: string | null;

  @IdColumn({ name: 'secret_id', nullable: true })
  secretId!: string | null;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;

  @TimeColumn({ name: 'seen_at' })
  seenAt!: Date;

  @TimeColumn({ name: 'expires_at' })
  expiresAt!: Date;

  @TextColumn({ nullable: true })
  address!: string | null;

  @TextColumn({ name: 'user_agent', nullable: true })
  userAgent!: string | null;
}
