import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/database';
import { refuseMoreThanHeld } from '../roles';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { MemberEntity } from './member.entity';
import { MemberRights } from './member-rights';
import { MembersService } from './members.service';
import { Owners } from './owners';
import { RoleAssignment } from './role-assignment';
import { type MemberView } from './users.schema';

/** The changes themselves, inside a unit of work: each refuses who may not make it, and keeps an Owner. */
@Injectable()
export class MemberChanges {
  constructor(
    @InjectScoped(MemberEntity) private readonly rows: ScopedRepository<MemberEntity>,
    private readonly members: MembersService,
    private readonly rights: MemberRights,
    private readonly assignment: RoleAssignment,
    private readonly owners: Owners,
  ) {}

  async setActive(principal: Principal, userId: string, active: boolean, tx: Tx): Promise<void> {
    const status = active ? 'active' : 'deactivated';
    await this.owners.keepOne(principal, tx, async () => {
      await this.changeable(principal, userId, tx);
      await this.rows.of(principal, tx).update({ userId }, { status });
    });
  }

  async setRoles(
    principal: Principal,
    userId: string,
    roleIds: readonly string[],
    tx: Tx,
  ): Promise<{ given: string[]; taken: string[] }> {
    return this.owners.keepOne(principal, tx, async () => {
      await this.changeable(principal, userId, tx);
      return this.assignment.replace(principal, userId, roleIds, tx);
    });
  }

  /** The member leaves the company; the person stays. @returns who it was. */
  async remove(principal: Principal, userId: string, tx: Tx): Promise<MemberView> {
    return this.owners.keepOne(principal, tx, async () => {
      const member = await this.changeable(principal, userId, tx);
      await this.assignment.clear(principal, userId, tx);
      await this.rows.of(principal, tx).delete({ userId });
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
