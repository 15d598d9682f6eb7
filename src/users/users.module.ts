import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { ClusterModule } from '../cluster';
import { RoleEntity } from '../roles';
import { ProductsModule } from '../products';
import { TenancyModule } from '../tenancy';
import { InvitationEntity } from './invitation.entity';
import { InvitationRoleEntity } from './invitation-role.entity';
import { Invitations } from './invitations';
import { InvitingService } from './inviting.service';
import { MemberEntity } from './member.entity';
import { MemberChanges } from './member-changes';
import { MemberRights } from './member-rights';
import { MemberRoleEntity } from './member-role.entity';
import { MembersService } from './members.service';
import { MembershipService } from './membership.service';
import { Memberships } from './memberships';
import { NewMembers } from './new-members';
import { NewPasswords } from './new-passwords';
import { Owners } from './owners';
import { PasswordResetEntity } from './password-reset.entity';
import { Passwords } from './passwords';
import { RedeemableInvitations } from './redeemable-invitations';
import { RoleAssignment } from './role-assignment';
import { UserDirectory } from './user-directory';
import { UsersController } from './users.controller';

const shared = [
  MemberRights,
  Memberships,
  MembersService,
  NewMembers,
  NewPasswords,
  Owners,
  Passwords,
  RedeemableInvitations,
  RoleAssignment,
  UserDirectory,
];
const changing = [Invitations, InvitingService, MemberChanges, MembershipService];

@Module({
  imports: [
    AuditModule,
    ClusterModule,
    ProductsModule,
    TenancyModule.forFeature([
      InvitationEntity,
      InvitationRoleEntity,
      MemberEntity,
      MemberRoleEntity,
      PasswordResetEntity,
      RoleEntity,
    ]),
  ],
  controllers: [UsersController],
  providers: [...changing, ...shared],
  exports: shared,
})
export class UsersModule {}
