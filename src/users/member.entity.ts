import { Entity } from 'typeorm';
import { PrimaryIdColumn, TextColumn, TimeColumn } from '../platform/database';

export type MemberStatus = 'active' | 'deactivated';

/** A user in one company, which they joined themselves: by founding it, or by redeeming an invitation. */
@Entity('members')
export class MemberEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  @PrimaryIdColumn({ name: 'user_id' })
  userId!: string;

  @TextColumn()
  status!: MemberStatus;

  @TimeColumn({ name: 'created_at' })
  createdAt!: Date;
}
