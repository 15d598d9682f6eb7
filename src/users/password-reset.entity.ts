import { Entity } from 'typeorm';
import { BytesColumn, IdColumn, PrimaryIdColumn, TimeColumn } from '../platform/database';

/** Lets a person replace the password they had when it was issued, once. Everyone has at most one; the token is in their hands. */
@Entity('password_resets')
export class PasswordResetEntity {
  @PrimaryIdColumn({ name: 'user_id' })
  userId!: string;

  @BytesColumn({ name: 'token_hash' })
  tokenHash!: Buffer;

  /** In the name of which company it was issued; null for an operator's. */
  @IdColumn({ name: 'company_id', nullable: true })
  companyId!: string | null;

  @IdColumn({ name: 'issued_by' })
  issuedBy!: string;

  @TimeColumn({ name: 'expires_at' })
  expiresAt!: Date;

  @TimeColumn({ name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
