import { Entity } from 'typeorm';
import { z } from 'zod';
import {
  BytesColumn,
  CountColumn,
  JsonColumn,
  PrimaryBytesColumn,
  PrimaryIdColumn,
  TimeColumn,
  unreadable,
  type Unreadable,
} from '../../platform/database';

/** One request that was made with an `Idempotency-Key`, and how it was answered. */
@Entity('idempotency_keys')
export class IdempotencyKeyEntity {
  /** Hashes: the table tells nobody who asked, nor what they called it. */
  @PrimaryBytesColumn({ name: 'principal_hash' })
  principalHash!: Buffer;

  @PrimaryBytesColumn({ name: 'key_hash' })
  keyHash!: Buffer;

  /** The method and the pattern of the path. */
  @PrimaryIdColumn()
  route!: string;

  /** Of the path and the body. */
  @BytesColumn({ name: 'request_hash' })
  requestHash!: Buffer;

  /** Which of the permissions that the route asks for the caller held. Where that cannot be read, one that nobody holds. */
  @JsonColumn(z.array(z.string()), ['unreadable'])
  held!: readonly string[];

  /** Null while the request is under way. */
  @CountColumn({ nullable: true })
  status!: number | null;

  /** Without secrets. */
  @JsonColumn(z.union([z.record(z.string(), z.unknown()), z.array(z.unknown())]), unreadable, {
    nullable: true,
  })
  answer!: object | null | Unreadable;

  /** The secrets of the answer, which only the sender of the request can have opened; null for none, and after a while. */
  @BytesColumn({ nullable: true })
  sealed!: Buffer | null;

  @TimeColumn({ name: 'sealed_until', nullable: true })
  sealedUntil!: Date | null;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}
