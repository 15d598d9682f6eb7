import { Entity } from 'typeorm';
import { CountColumn, IdColumn, PrimaryIdColumn, TextColumn } from '../../platform/database';
import { type Alphabet } from './key-shape';

/** How keys are spelled that a company imported. Text of no such shape is never looked up. */
@Entity('key_shapes')
export class KeyShapeEntity {
  @PrimaryIdColumn()
  id!: string;

  @IdColumn({ name: 'company_id' })
  companyId!: string;

  @TextColumn()
  prefix!: string;

  @CountColumn()
  length!: number;

  @TextColumn()
  alphabet!: Alphabet;
}
