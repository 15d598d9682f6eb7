import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { type Permission, PermissionCatalogue } from '../../libs/permissions';
import { type Tx } from '../platform/database';
import { permissionsOfRole, RoleEntity } from '../roles';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { MemberRoleEntity } from './member-role.entity';

/** Which roles members have, and what these add up to. */
@Injectable()
export class MemberRights {
  constructor(
    @InjectScoped(MemberRoleEntity) private readonly memberRoles: ScopedRepository<MemberRoleEntity>,
    @InjectScoped(RoleEntity) private readonly roles: ScopedRepository<RoleEntity>,
    private readonly catalogue: PermissionCatalogue,
  ) {}

  /** @returns the roles of each of these users in the principal's company. */
  async rolesOf(
    principal: Principal,
    userIds: readonly string[],
    tx?: Tx,
  ): Promise<ReadonlyMap<string, readonly RoleEntity[]>> {
    const links = await this.memberRoles.of(principal, tx).find({ where: { userId: In(userIds) } });
    const roleIds = [...new Set(links.map((link) => link.roleId))];
    const roles = await this.roles
      .of(principal, tx)
      .find({ where: { id: In(roleIds) }, order: { name: 'ASC' } });
    return new Map(userIds.map((userId) => [userId, roles.filter((role) => has(links, userId, role))]));
  }

  /** Everything a member may do in the principal's company. */
  async permissionsOf(principal: Principal, userId: string, tx?: Tx): Promise<Permission[]> {
    const roles = (await this.rolesOf(principal, [userId], tx)).get(userId) ?? [];
    return [...new Set(roles.flatMap((role) => permissionsOfRole(this.catalogue, role)))];
  }
}

function has(links: readonly MemberRoleEntity[], userId: string, role: RoleEntity): boolean {
  return links.some((link) => link.userId === userId && link.roleId === role.id);
}
