import { Entity } from 'typeorm';
import { BytesColumn, IdColumn, PrimaryCountColumn, TextColumn, TimeColumn } from '../platform/database';

/** One row that says who did what to what. Written in the transaction of the act and never changed. */
@Entity('events')
export class EventEntity {
  /** The place in the log: 1, 2, 3 … in the order of commits, without a gap. */
  @PrimaryCountColumn()
  seq!: number;

  /** Null for what happened to no company in particular. */
  @IdColumn({ name: 'company_id', nullable: true })
  companyId!: string | null;

  @TimeColumn()
  at!: Date;

  @TextColumn()
  type!: string;

  @TextColumn({ name: 'actor_kind' })
  actorKind!: 'user' | 'key' | 'service-account' | 'service-key' | 'system';

  @IdColumn({ name: 'actor_id', nullable: true })
  actorId!: string | null;

  /** The actor's name at the time: names change, the log does not. */
  @TextColumn({ name: 'actor_name', nullable: true })
  actorName!: string | null;

  @TextColumn({ name: 'target_type' })
  targetType!: string;

  @IdColumn({ name: 'target_id' })
  targetId!: string;

  /** JSON, kept as the very text that was hashed. */
  @TextColumn()
  data!: string;

  /** Links to the row before; see `hash-chain.ts`. */
  @BytesColumn()
  hash!: Buffer;
}
