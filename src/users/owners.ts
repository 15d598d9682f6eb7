import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/database';
import { RoleEntity } from '../roles';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { activePeople } from './active-people';
import { MemberEntity } from './member.entity';
import { MemberRoleEntity } from './member-role.entity';
import { lastOwner } from './users.problems';

/** Keeps a company from losing its last active Owner, who is a person. */
@Injectable()
export class Owners {
  constructor(
    @InjectScoped(RoleEntity) private readonly roles: ScopedRepository<RoleEntity>,
    @InjectScoped(MemberRoleEntity) private readonly memberRoles: ScopedRepository<MemberRoleEntity>,
    @InjectScoped(MemberEntity) private readonly members: ScopedRepository<MemberEntity>,
  ) {}

  /**
   * Runs a change of members and undoes it when no active Owner is left. The row of the Owner role is locked first: two
   * Owners who remove each other at the same moment go one after the other.
   */
  async keepOne<T>(principal: Principal, tx: Tx, change: () => Promise<T>): Promise<T> {
    const owner = await this.roles.of(principal, tx).lockOne({ systemCode: 'owner' });
    const result = await change();
    if (owner === null || (await this.countActive(principal, owner.id, tx)) === 0) throw lastOwner();
    return result;
  }

  private async countActive(principal: Principal, roleId: string, tx: Tx): Promise<number> {
    const links = await this.memberRoles.of(principal, tx).find({ where: { roleId } });
    const userIds = links.map((link) => link.userId);
    return activePeople(this.members, principal, userIds, tx).count();
  }
}
