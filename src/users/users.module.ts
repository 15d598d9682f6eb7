import { Module } from '@nestjs/common';
import { EventsModule } from '../events';
import { RoleEntity } from '../roles';
import { TenancyModule } from '../tenancy';
import { MemberEntity } from './member.entity';
import { MemberChanges } from './member-changes';
import { MemberRights } from './member-rights';
import { MemberRoleEntity } from './member-role.entity';
import { MembersService } from './members.service';
import { MembershipService } from './membership.service';
import { Memberships } from './memberships';
import { NewMembers } from './new-members';
import { Owners } from './owners';
import { Passwords } from './passwords';
import { RoleAssignment } from './role-assignment';
import { UserDirectory } from './user-directory';
import { UsersController } from './users.controller';

const shared = [MemberRights, Memberships, NewMembers, Passwords, UserDirectory];

@Module({
  imports: [EventsModule, TenancyModule.forFeature([MemberEntity, MemberRoleEntity, RoleEntity])],
  controllers: [UsersController],
  providers: [MemberChanges, MembersService, MembershipService, Owners, RoleAssignment, ...shared],
  exports: shared,
})
export class UsersModule {}
