import { Injectable } from '@nestjs/common';
import { Clock } from '../platform';
import { type Tx } from '../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { Invitations } from './invitations';
import { MemberEntity } from './member.entity';
import { MemberRoleEntity } from './member-role.entity';
import { type InvitationView } from './users.schema';

/** Makes people members, or invites them. Nobody's rights are asked: the caller has decided. */
@Injectable()
export class NewMembers {
  constructor(
    @InjectScoped(MemberEntity) private readonly members: ScopedRepository<MemberEntity>,
    @InjectScoped(MemberRoleEntity) private readonly memberRoles: ScopedRepository<MemberRoleEntity>,
    private readonly invitations: Invitations,
    private readonly clock: Clock,
  ) {}

  /** Makes this person an active member of the principal's company with these roles. */
  async insert(principal: Principal, userId: string, roleIds: readonly string[], tx: Tx): Promise<void> {
    const createdAt = this.clock.now();
    await this.members.of(principal, tx).insert({ userId, status: 'active', createdAt });
    for (const roleId of roleIds) await this.memberRoles.of(principal, tx).insert({ userId, roleId });
  }

  /** Invites someone into the principal's company, which has not invited them yet. @param username canonical. */
  async invite(
    principal: Principal,
    username: string,
    roleIds: readonly string[],
    tx: Tx,
  ): Promise<{ id: string; invitation: InvitationView }> {
    const issued = await this.invitations.issue(principal, { id: null, username }, tx);
    await this.invitations.insertRoles(principal, issued.id, roleIds, tx);
    return issued;
  }

  /** Gives the invitation that is addressed to this username a new token; null when there is none. @param username canonical. */
  async renew(
    principal: Principal,
    username: string,
    tx: Tx,
  ): Promise<{ id: string; invitation: InvitationView } | null> {
    const open = await this.invitations.lockFor(principal, username, tx);
    return open && this.invitations.issue(principal, open, tx);
  }
}
