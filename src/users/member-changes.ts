import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/database';
import { refuseMoreThanHeld } from '../roles';
import { type Principal } from '../tenancy';
import { MemberRights } from './member-rights';
import { MemberStanding } from './member-standing';
import { MembersService } from './members.service';
import { Owners } from './owners';
import { RoleAssignment } from './role-assignment';
import { type MemberView } from './users.schema';

/** The changes themselves, inside a unit of work: each refuses who may not make it, and keeps an Owner. */
@Injectable()
export class MemberChanges {
  constructor(
    private readonly standing: MemberStanding,
    private readonly members: MembersService,
    private readonly rights: MemberRights,
    private readonly assignment: RoleAssignment,
    private readonly owners: Owners,
  ) {}

  /** @returns who it is. */
  async setActive(principal: Principal, userId: string, active: boolean, tx: Tx): Promise<MemberView> {
    return this.owners.keepOne(principal, tx, async () => {
      const member = await this.changeable(principal, userId, tx);
      await this.standing.setActive(principal, userId, active, tx);
      return member;
    });
  }

  async setRoles(
    principal: Principal,
    userId: string,
    roleIds: readonly string[],
    tx: Tx,
  ): Promise<{ username: string; given: string[]; taken: string[] }> {
    return this.owners.keepOne(principal, tx, async () => {
      const { username } = await this.changeable(principal, userId, tx);
      return { username, ...(await this.assignment.replace(principal, userId, roleIds, tx)) };
    });
  }

  /** The member leaves the company; the person stays. @returns who it was. */
  async remove(principal: Principal, userId: string, tx: Tx): Promise<MemberView> {
    return this.owners.keepOne(principal, tx, async () => {
      const member = await this.changeable(principal, userId, tx);
      await this.assignment.clear(principal, userId, tx);
      await this.standing.end(principal, userId, tx);
      return member;
    });
  }

  /** The member, when the principal holds at least what the member holds. Under the lock of `keepOne` this stays true. */
  private async changeable(principal: Principal, userId: string, tx: Tx): Promise<MemberView> {
    const member = await this.members.get(principal, userId, tx);
    refuseMoreThanHeld(principal, await this.rights.permissionsOf(principal, userId, tx));
    return member;
  }
}
