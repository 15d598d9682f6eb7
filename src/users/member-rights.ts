import { Injectable } from '@nestjs/common';
import { type Permission } from '../../libs/permissions';
import { type Tx } from '../platform/database';
import { ProductOffers } from '../products';
import { assertHoldsRoles, RoleEntity } from '../roles';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { MemberRoleEntity } from './member-role.entity';

/** Which roles members have, and what these add up to. */
@Injectable()
export class MemberRights {
  constructor(
    @InjectScoped(MemberRoleEntity) private readonly memberRoles: ScopedRepository<MemberRoleEntity>,
    private readonly offers: ProductOffers,
  ) {}

  /** @returns the roles of each of these users in the principal's company. */
  async rolesOf(
    principal: Principal,
    userIds: readonly string[],
    tx?: Tx,
  ): Promise<ReadonlyMap<string, readonly RoleEntity[]>> {
    if (userIds.length === 0) return new Map();
    const links = await this.memberRoles
      .of(principal, tx)
      .query('link')
      .leftJoin('role', RoleEntity, 'role.id = link.roleId')
      .and('link.userId IN (:...userIds)', { userIds })
      .orderBy('role.name', 'ASC')
      .all();
    const rolesOf = (userId: string): RoleEntity[] =>
      links.flatMap((link) => (link.userId === userId && link.role !== null ? [link.role] : []));
    return new Map(userIds.map((userId) => [userId, rolesOf(userId)]));
  }

  /** Everything a member holds in the principal's company, of whatever source. */
  async permissionsOf(principal: Principal, userId: string, tx?: Tx): Promise<Permission[]> {
    const roles = await this.rolesOfOne(principal, userId, tx);
    const all = await this.offers.of(principal, tx);
    return [...new Set(roles.flatMap((role) => all.ofRole(role)))];
  }

  /** @throws 403 `role-exceeds-yours` unless the principal holds all that this member has, and may have again. */
  async assertCoveredBy(principal: Principal, userId: string, tx?: Tx): Promise<void> {
    const roles = await this.rolesOfOne(principal, userId, tx);
    assertHoldsRoles(principal, roles, await this.offers.of(principal, tx));
  }

  private async rolesOfOne(principal: Principal, userId: string, tx?: Tx): Promise<readonly RoleEntity[]> {
    return (await this.rolesOf(principal, [userId], tx)).get(userId) ?? [];
  }
}
