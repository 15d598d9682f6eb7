import { Entity } from 'typeorm';
import { BytesColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

/**
 * Makes whoever redeems its token a member. It is addressed to a username, which it does not reserve: nobody is made, and
 * nothing is taken, before it is redeemed. The row goes when that happens.
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

  /** The token is in the hands of who was invited; here is only its hash. Null when there is none any more. */
  @BytesColumn({ name: 'token_hash', nullable: true })
  tokenHash!: Buffer | null;

  @TimeColumn({ name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}

export type InvitationStatus = 'invited' | 'deactivated';
