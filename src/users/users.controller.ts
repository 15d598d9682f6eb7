import { Body, Controller, Delete, Get, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Idempotent, Requires } from '../access';
import { Answers, HoldsSecret, type Page, pageQuery, type PageRequest } from '../platform/http';
import { type Principal } from '../tenancy';
import { InvitingService } from './inviting.service';
import { MembersService } from './members.service';
import { MembershipService } from './membership.service';
import {
  type ChangedMember,
  changedMember,
  type InvitedMember,
  invitedMember,
  memberPage,
  type MemberPatch,
  memberPatch,
  type MemberRolesBody,
  memberRolesBody,
  memberSchema,
  type MemberView,
  type NewMember,
  newMember,
  type RemovedMember,
  removedMember,
} from './users.schema';

@ApiTags('Users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly members: MembersService,
    private readonly membership: MembershipService,
    private readonly inviting: InvitingService,
  ) {}

  @Get()
  @Requires('users:read')
  @ApiOperation({ operationId: 'listUsers', summary: 'The members of the company, by username' })
  @Answers(200, 'A page of members.', memberPage)
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: pageQuery }) query: PageRequest,
  ): Promise<Page<MemberView>> {
    return this.members.list(principal, query);
  }

  @Get(':id')
  @Requires('users:read')
  @ApiOperation({ operationId: 'getUser', summary: 'One member' })
  @Answers(200, 'The member.', memberSchema)
  get(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<MemberView> {
    return this.members.get(principal, id);
  }

  @Post()
  @Idempotent()
  @HoldsSecret()
  @Requires('users:create')
  @ApiOperation({
    operationId: 'inviteUser',
    summary: 'Invite someone to be a member, whether or not they have an account already',
  })
  @Answers(201, 'The future member, and the token for the person.', invitedMember)
  @Answers(409, 'The person is already a member.')
  invite(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: newMember }) input: NewMember,
  ): Promise<InvitedMember> {
    return this.inviting.invite(principal, input);
  }

  @Patch(':id')
  @Requires('users:update')
  @ApiOperation({ operationId: 'updateUser', summary: 'Deactivate or reactivate a member' })
  @Answers(200, 'The member as they are now.', changedMember)
  update(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: memberPatch }) patch: MemberPatch,
  ): Promise<ChangedMember> {
    return this.membership.update(principal, id, patch);
  }

  @Delete(':id')
  @Requires('users:delete')
  @ApiOperation({
    operationId: 'removeUser',
    summary: 'Remove a member; the person and their other memberships stay',
  })
  @Answers(200, 'The person is no longer a member.', removedMember)
  remove(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<RemovedMember> {
    return this.membership.remove(principal, id);
  }

  @Put(':id/roles')
  @Requires('users:update')
  @ApiOperation({ operationId: 'setUserRoles', summary: 'Set the roles of a member' })
  @Answers(200, 'The member as they are now.', changedMember)
  setRoles(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: memberRolesBody }) body: MemberRolesBody,
  ): Promise<ChangedMember> {
    return this.membership.setRoles(principal, id, body.roles);
  }
}
