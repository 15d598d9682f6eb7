import { Entity } from 'typeorm';
import { FlagColumn, PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

export const memberStatuses = ['invited', 'active', 'deactivated'] as const;
export type MemberStatus = (typeof memberStatuses)[number];

/** A user in one company. */
@Entity('members')
export class MemberEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  @PrimaryIdColumn({ name: 'user_id' })
  userId!: string;

  @TextColumn()
  status!: MemberStatus;

  /** Whether they ever agreed to be one, by redeeming an invitation or founding the company. Nobody else can for them. */
  @FlagColumn()
  joined!: boolean;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}
