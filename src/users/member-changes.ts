import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/database';
import { type RoleEntity } from '../roles';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { Invitations } from './invitations';
import { MemberRights } from './member-rights';
import { MemberEntity } from './member.entity';
import { MembersService } from './members.service';
import { Owners } from './owners';
import { PasswordResetEntity } from './password-reset.entity';
import { RoleAssignment } from './role-assignment';
import { type MemberView } from './users.schema';

/**
 * Changes members and invited people, inside a unit of work. Each change checks the principal's rights and keeps an active
 * Owner.
 */
@Injectable()
export class MemberChanges {
  constructor(
    @InjectScoped(MemberEntity) private readonly rows: ScopedRepository<MemberEntity>,
    @InjectScoped(PasswordResetEntity) private readonly resets: ScopedRepository<PasswordResetEntity>,
    private readonly invitations: Invitations,
    private readonly members: MembersService,
    private readonly rights: MemberRights,
    private readonly assignment: RoleAssignment,
    private readonly owners: Owners,
  ) {}

  /** Deactivating also ends a password reset that this company issued. @returns the member before the change. */
  async setActive(principal: Principal, userId: string, active: boolean, tx: Tx): Promise<MemberView> {
    return this.owners.keepOne(principal, tx, async () => {
      const member = await this.changeable(principal, userId, tx);
      const invited = await this.invitations.setActive(principal, userId, active, tx);
      if (invited) return member;
      if (!active) await this.resets.of(principal, tx).delete({ userId });
      await this.rows.of(principal, tx).update({ userId }, { status: active ? 'active' : 'deactivated' });
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

  /**
   * The member leaves the company, and a password reset that it issued ends; the person stays. An invitation is deleted.
   * @returns the member before the change.
   */
  async remove(principal: Principal, userId: string, tx: Tx): Promise<MemberView> {
    return this.owners.keepOne(principal, tx, async () => {
      const member = await this.changeable(principal, userId, tx);
      if (await this.invitations.cancel(principal, userId, tx)) return member;
      await this.assignment.clear(principal, userId, tx);
      await this.resets.of(principal, tx).delete({ userId });
      await this.rows.of(principal, tx).delete({ userId });
      return member;
    });
  }

  /** The member, when the principal holds at least what the member holds. Under the lock of `keepOne` this stays true. */
  private async changeable(principal: Principal, userId: string, tx: Tx): Promise<MemberView> {
    const member = await this.members.get(principal, userId, tx);
    // One of the two is always empty.
    await this.rights.assertCoveredBy(principal, userId, tx);
    await this.invitations.assertCoveredBy(principal, userId, tx);
    return member;
  }
}

function namesOf(roles: readonly RoleEntity[]): string[] {
  return roles.map((role) => role.name);
}
