import { Entity } from 'typeorm';
import { FlagColumn, IdColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

/**
 * A person, with one username and password whatever company they act for; or a service account, which is a member of one
 * company and has no password. Belongs to no company.
 */
@Entity('users')
export class UserEntity {
  @PrimaryIdColumn()
  id!: string;

  /** Canonical; see `username.ts`. */
  @TextColumn()
  username!: string;

  @TextColumn({ name: 'password_hash' })
  passwordHash!: string;

  /** Platform staff, who belong to no company. */
  @FlagColumn()
  operator!: boolean;

  /** A machine, which signs in nowhere and acts with its keys. */
  @FlagColumn({ name: 'service_account' })
  serviceAccount!: boolean;

  /** The company they acted for last; sign-in begins there. */
  @IdColumn({ name: 'last_company_id', nullable: true })
  lastCompanyId!: string | null;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;

  /** When operators released the account: from then on it is nobody's. Null for all others. */
  @TimeColumn({ name: 'released_at', nullable: true })
  releasedAt!: Date | null;

  /** What a released person was called. Somebody else may be called so now. */
  @TextColumn({ name: 'former_username', nullable: true })
  formerUsername!: string | null;
}

/** What the username of a released account is: of its own, and nothing that a person can type. */
export function releasedUsername(id: string): string {
  return `released:${id}`;
}

/** How a person is called where it is told what they did. */
export function shownUsername({ username, formerUsername }: UserEntity): string {
  return formerUsername ?? username;
}
