import { Entity } from 'typeorm';
import { PrimaryIdColumn } from '../platform/database';

/** A role that the person who redeems an invitation will have. */
@Entity('invitation_roles')
export class InvitationRoleEntity {
  @PrimaryIdColumn({ name: 'company_id' })
  companyId!: string;

  @PrimaryIdColumn({ name: 'invitation_id' })
  invitationId!: string;

  @PrimaryIdColumn({ name: 'role_id' })
  roleId!: string;
}
