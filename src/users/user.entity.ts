import { Entity } from 'typeorm';
import { FlagColumn, IdColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

/** A person, with one username and password whatever company they act for. Belongs to no company. */
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

  /** The company they acted for last; sign-in begins there. */
  @IdColumn({ name: 'last_company_id', nullable: true })
  lastCompanyId!: string | null;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}
