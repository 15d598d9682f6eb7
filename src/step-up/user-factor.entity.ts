import { Entity } from 'typeorm';
import {
  BytesColumn,
  CountColumn,
  IdColumn,
  PrimaryIdColumn,
  TextColumn,
  TimeColumn,
} from '../platform/database';

/** A factor that a user set up beside the password: the hash of a PIN, or the sealed secret that one-time codes come from. */
@Entity('user_factors')
export class UserFactorEntity {
  @PrimaryIdColumn({ name: 'user_id' })
  userId!: string;

  @PrimaryIdColumn()
  factor!: SetUpFactor;

  @PrimaryIdColumn()
  standing!: Standing;

  /** Of a PIN, in the form of Argon2. */
  @TextColumn({ nullable: true })
  hash!: string | null;

  /** For TOTP, this and the rest: what the secret is bound to, so that it opens for no one else. */
  @IdColumn({ name: 'secret_id', nullable: true })
  secretId!: string | null;

  @BytesColumn({ nullable: true })
  ciphertext!: Buffer | null;

  @BytesColumn({ name: 'wrapped_key', nullable: true })
  wrappedKey!: Buffer | null;

  @TextColumn({ name: 'kek_version', nullable: true })
  kekVersion!: string | null;

  /** The time step of the last code that was accepted. Its code, and every earlier one, is spent. */
  @CountColumn({ name: 'last_step', nullable: true })
  lastStep!: number | null;

  @TimeColumn({ name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;
}

/** What can be set up beside the password, which everyone has. */
export type SetUpFactor = 'pin' | 'totp';

/** `pending` until the user has shown that their app makes the right codes. */
export type Standing = 'active' | 'pending';
