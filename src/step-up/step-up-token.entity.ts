import { Entity } from 'typeorm';
import { type KeyKind } from '../../libs/permissions';
import { BytesColumn, IdColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';
import { type Factor, type ProvenAct } from '../settings';
import { type severalKinds } from './several-keys';

/** Proof that someone has just authenticated again, valid for one act. */
@Entity('step_up_tokens')
export class StepUpTokenEntity {
  @PrimaryIdColumn()
  id!: string;

  @BytesColumn({ name: 'token_hash' })
  tokenHash!: Buffer;

  @IdColumn({ name: 'session_id' })
  sessionId!: string;

  /** Null for an operator, who acts for none. */
  @IdColumn({ name: 'company_id', nullable: true })
  companyId!: string | null;

  @TextColumn()
  factor!: Factor;

  @TextColumn()
  action!: ProvenAct;

  @TextColumn()
  kind!: KeyKind | typeof severalKinds | 'service';

  /** Of several keys, what `idOfKeys` makes of their ids. */
  @IdColumn({ name: 'key_id', nullable: true })
  keyId!: string | null;

  @TextColumn({ nullable: true })
  product!: string | null;

  @TimeColumn({ name: 'expires_at' })
  expiresAt!: Date;

  @TimeColumn({ name: 'spent_at', nullable: true })
  spentAt!: Date | null;
}
