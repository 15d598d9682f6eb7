import { Entity } from 'typeorm';
import { BytesColumn, IdColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

/**
 * Makes the person who redeems its token a member. It is addressed to a username but does not reserve it: no account is
 * created before it is redeemed. Redeeming deletes the row.
 */
@Entity('invitations')
export class InvitationEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  /** What a list of members shows as the id. A newcomer who takes the username it was addressed to keeps it. */
  @PrimaryIdColumn()
  id!: string;

  /** Canonical; see `username.ts`. */
  @TextColumn()
  username!: string;

  /** `deactivated` can be redeemed as little as one without a token. */
  @TextColumn()
  status!: InvitationStatus;

  /** The invited person has the token; only its hash is stored. Null when the token was revoked. */
  @BytesColumn({ name: 'token_hash', nullable: true })
  tokenHash!: Buffer | null;

  /** The member who gave out the token, whom it names; null where the platform did. */
  @IdColumn({ name: 'invited_by', nullable: true })
  invitedBy!: string | null;

  @TimeColumn({ name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}

export type InvitationStatus = 'invited' | 'deactivated';
