import { Entity } from 'typeorm';
import {
  BytesColumn,
  CountColumn,
  JsonColumn,
  PrimaryBytesColumn,
  PrimaryIdColumn,
  TimeColumn,
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

  /** Which of the permissions that the route asks for the caller held. */
  @JsonColumn()
  held!: readonly string[];

  /** Null while the request is under way. */
  @CountColumn({ nullable: true })
  status!: number | null;

  /** Without secrets. */
  @JsonColumn({ nullable: true })
  answer!: object | null;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}
