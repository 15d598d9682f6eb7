import { Entity } from 'typeorm';
import { PrimaryIdColumn } from '../platform/database';

/** That whoever redeems an invitation will have a role. */
@Entity('invitation_roles')
export class InvitationRoleEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  @PrimaryIdColumn({ name: 'invitation_id' })
  invitationId!: string;

  @PrimaryIdColumn({ name: 'role_id' })
  roleId!: string;
}
