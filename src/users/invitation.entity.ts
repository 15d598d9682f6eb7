import { Entity } from 'typeorm';
import { BytesColumn, PrimaryIdColumn, TimeColumn } from '../platform/database';

/** What makes an invited person a member once they redeem it. The token is in their hands; here is only its hash. */
@Entity('invitations')
export class InvitationEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  @PrimaryIdColumn({ name: 'user_id' })
  userId!: string;

  @BytesColumn({ name: 'token_hash' })
  tokenHash!: Buffer;

  @TimeColumn({ name: 'expires_at' })
  expiresAt!: Date;

  @TimeColumn({ name: 'used_at', nullable: true })
  usedAt!: Date | null;
}
