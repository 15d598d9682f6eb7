import { Entity } from 'typeorm';
import { PrimaryIdColumn } from '../platform/database';

/** That a member has a role. */
@Entity('member_roles')
export class MemberRoleEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  @PrimaryIdColumn({ name: 'user_id' })
  userId!: string;

  @PrimaryIdColumn({ name: 'role_id' })
  roleId!: string;
}
