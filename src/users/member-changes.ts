import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/database';
import { assertHoldsAll, type RoleEntity } from '../roles';
import { type Principal } from '../tenancy';
import { Invitations } from './invitations';
import { MemberRights } from './member-rights';
import { MemberStanding } from './member-standing';
import { MembersService } from './members.service';
import { Owners } from './owners';
import { RoleAssignment } from './role-assignment';
import { type MemberView } from './users.schema';

/**
 * The changes themselves, of members and of who is invited, inside a unit of work: each refuses who may not make it, and
 * keeps an Owner.
 */
@Injectable()
export class MemberChanges {
  constructor(
    private readonly standing: MemberStanding,
    private readonly invitations: Invitations,
    private readonly members: MembersService,
    private readonly rights: MemberRights,
    private readonly assignment: RoleAssignment,
    private readonly owners: Owners,
  ) {}

  /** @returns who it is. */
  async setActive(principal: Principal, userId: string, active: boolean, tx: Tx): Promise<MemberView> {
    return this.owners.keepOne(principal, tx, async () => {
      const member = await this.changeable(principal, userId, tx);
      const invited = await this.invitations.setActive(principal, userId, active, tx);
      if (!invited) await this.standing.setActive(principal, userId, active, tx);
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
      const invited = (await this.invitations.find(principal, userId, tx)) !== null;
      const { given, taken } = await (invited
        ? this.invitations.setRoles(principal, userId, roleIds, tx)
        : this.assignment.replace(principal, userId, roleIds, tx));
      return { username, given: namesOf(given), taken: namesOf(taken) };
    });
  }

  /** The member leaves the company; the person stays. Of who is invited, nothing stays. @returns who it was. */
  async remove(principal: Principal, userId: string, tx: Tx): Promise<MemberView> {
    return this.owners.keepOne(principal, tx, async () => {
      const member = await this.changeable(principal, userId, tx);
      if (await this.invitations.cancel(principal, userId, tx)) return member;
      await this.assignment.clear(principal, userId, tx);
      await this.standing.end(principal, userId, tx);
      return member;
    });
  }

  /** The member, when the principal holds at least what the member holds. Under the lock of `keepOne` this stays true. */
  private async changeable(principal: Principal, userId: string, tx: Tx): Promise<MemberView> {
    const member = await this.members.get(principal, userId, tx);
    // Of one of the two there are none.
    const held = await this.rights.permissionsOf(principal, userId, tx);
    const promised = await this.invitations.permissionsOf(principal, userId, tx);
    assertHoldsAll(principal, [...held, ...promised]);
    return member;
  }
}

function namesOf(roles: readonly RoleEntity[]): string[] {
  return roles.map((role) => role.name);
}
