import { Entity } from 'typeorm';
import { IdColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

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

  /** The company they acted for last; sign-in begins there. */
  @IdColumn({ name: 'last_company_id', nullable: true })
  lastCompanyId!: string | null;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}
