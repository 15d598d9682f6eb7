import { Body, Controller, Delete, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Idempotent, Requires } from '../access';
import { Answers, type Page, pageQuery, type PageRequest } from '../platform/http';
import { type Principal } from '../tenancy';
import {
  type ChangedRole,
  changedRole,
  type DeletedRole,
  deletedRole,
  type NewRole,
  newRole,
  rolePage,
  type RolePatch,
  rolePatch,
  roleSchema,
  type RoleView,
} from './roles.schema';
import { RolesService } from './roles.service';

@ApiTags('Roles')
@Controller('roles')
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  @Get()
  @Requires('roles:read')
  @ApiOperation({ operationId: 'listRoles', summary: 'System roles and the company’s own, by name' })
  @Answers(200, 'A page of roles.', rolePage)
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: pageQuery }) query: PageRequest,
  ): Promise<Page<RoleView>> {
    return this.roles.list(principal, query);
  }

  @Post()
  @Idempotent()
  @Requires('roles:create')
  @ApiOperation({
    operationId: 'createRole',
    summary: 'Create a role from permissions that you hold yourself',
  })
  @Answers(201, 'The new role.', roleSchema)
  create(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: newRole }) role: NewRole,
  ): Promise<RoleView> {
    return this.roles.create(principal, role);
  }

  @Patch(':id')
  @Requires('roles:update')
  @ApiOperation({ operationId: 'updateRole', summary: 'Rename a role or change its permissions' })
  @Answers(200, 'The role as it is now.', changedRole)
  update(
    @CurrentPrincipal() principal: Principal,
    @Param('id') id: string,
    @Body({ schema: rolePatch }) patch: RolePatch,
  ): Promise<ChangedRole> {
    return this.roles.update(principal, id, patch);
  }

  @Delete(':id')
  @Requires('roles:delete')
  @ApiOperation({ operationId: 'deleteRole', summary: 'Delete a role that no member has' })
  @Answers(200, 'The role is deleted.', deletedRole)
  remove(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<DeletedRole> {
    return this.roles.remove(principal, id);
  }
}
