import { Entity } from 'typeorm';
import { CountColumn, PrimaryIdColumn, TimeColumn } from '../platform/database';

/** How many attempts at one factor of one user were begun since the last correct one. */
@Entity('factor_attempts')
export class FactorAttemptsEntity {
  @PrimaryIdColumn({ name: 'user_id' })
  userId!: string;

  @PrimaryIdColumn()
  factor!: string;

  @CountColumn()
  used!: number;

  @TimeColumn({ name: 'locked_until', nullable: true })
  lockedUntil!: Date | null;
}
