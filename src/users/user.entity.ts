import { Entity } from 'typeorm';
import { PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

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

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}
