import { Entity } from 'typeorm';
import {
  BytesColumn,
  ComputedTimeColumn,
  CountColumn,
  IdColumn,
  PrimaryIdColumn,
  TextColumn,
  TimeColumn,
} from '../platform/database';

/** A secret of a key, without its text. A key has a current one, and may have a superseded one that still works. */
@Entity('key_secrets')
export class KeySecretEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn({ name: 'company_id' })
  companyId!: string;

  @IdColumn({ name: 'key_id' })
  keyId!: string;

  @BytesColumn()
  digest!: Buffer;

  @TextColumn({ name: 'pepper_version' })
  pepperVersion!: string;

  @TextColumn({ nullable: true })
  start!: string | null;

  /** Empty where it is not known, or too much of the secret. */
  @TextColumn()
  last4!: string;

  /** The key that asked for this secret; null where a person did. */
  @IdColumn({ name: 'made_with', nullable: true })
  madeWith!: string | null;

  @TimeColumn({ name: 'issued_at' })
  issuedAt!: Date;

  /** As stored; `effectiveExpiry` decides. */
  @TimeColumn({ name: 'expires_at', nullable: true })
  expiresAt!: Date | null;

  /** The maximum lifetime that the policy had when it was applied to this last, 0 for none; null where a former version wrote it. */
  @CountColumn({ name: 'capped_days', nullable: true })
  cappedDays!: number | null;

  /** When it expires by these: what lists are sorted by, and nothing else depends on. */
  @ComputedTimeColumn({ name: 'listed_expires_at' })
  listedExpiresAt?: Date | null;

  /** Null for the newest secret of the key. */
  @TimeColumn({ name: 'superseded_at', nullable: true })
  supersededAt!: Date | null;

  /** When a superseded secret stops working. */
  @TimeColumn({ name: 'ends_at', nullable: true })
  endsAt!: Date | null;

  /** The envelope of a secret that can be shown again; null for others, and the data key is null after revoking. */
  @BytesColumn({ nullable: true })
  ciphertext!: Buffer | null;

  @BytesColumn({ name: 'wrapped_key', nullable: true })
  wrappedKey!: Buffer | null;

  @TextColumn({ name: 'kek_version', nullable: true })
  kekVersion!: string | null;

  /** How another system hashed it, as long as its digest is one of that hash: until its first use. Null for every other. */
  @TextColumn({ name: 'foreign_algorithm', nullable: true })
  foreignAlgorithm!: string | null;

  /** When an imported secret ends unless it is used before; null from its first use on, and for every other. */
  @TimeColumn({ name: 'seen_by', nullable: true })
  seenBy!: Date | null;

  /** Tells its company that it was imported before, also after the first use. Null for one that was made here. */
  @BytesColumn({ name: 'import_mark', nullable: true })
  importMark!: Buffer | null;

  /** The shape that its text has, or that it came with as long as the text is not known. A former version leaves it out. */
  @IdColumn({ name: 'shape_id', nullable: true })
  shapeId!: string | null;

  /** Notices of its expiry that were due by then are written, or are not wanted; null for when it was issued. */
  @TimeColumn({ name: 'noticed_at', nullable: true })
  noticedAt!: Date | null;

  /** When the next one is due; null after the last. */
  @ComputedTimeColumn({ name: 'notice_due_at' })
  noticeDueAt?: Date | null;
}
