import { Injectable } from '@nestjs/common';
import { Clock } from '../platform';
import { type Tx } from '../platform/database';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { InvitationEntity } from './invitation.entity';
import { MemberEntity } from './member.entity';
import { PasswordResetEntity } from './password-reset.entity';
import { alreadyMember } from './users.problems';

/** Whether people are invited, active or deactivated in a company. Nobody's rights are asked. */
@Injectable()
export class MemberStanding {
  constructor(
    @InjectScoped(MemberEntity) private readonly members: ScopedRepository<MemberEntity>,
    @InjectScoped(InvitationEntity) private readonly invitations: ScopedRepository<InvitationEntity>,
    @InjectScoped(PasswordResetEntity) private readonly resets: ScopedRepository<PasswordResetEntity>,
    private readonly clock: Clock,
  ) {}

  /** Makes the person an invited member, if they are not one already. @throws 409 for any other member. */
  async invite(principal: Principal, userId: string, tx: Tx): Promise<void> {
    const members = this.members.of(principal, tx);
    const member = await members.lockOne({ userId });
    if (member !== null && member.status !== 'invited') throw alreadyMember();
    if (member !== null) return;
    await members.insert({ userId, status: 'invited', joined: false, createdAt: this.clock.now() });
  }

  /**
   * Deactivating ends an invitation, and a password reset that this company issued. Taking back who never joined makes them invited again, not a member: that only they
   * themselves can do.
   */
  async setActive(principal: Principal, userId: string, active: boolean, tx: Tx): Promise<void> {
    const members = this.members.of(principal, tx);
    if (active) {
      await members.update({ userId, joined: true }, { status: 'active' });
      await members.update({ userId, joined: false }, { status: 'invited' });
      return;
    }
    await this.invitations.of(principal, tx).delete({ userId });
    await this.resets.of(principal, tx).delete({ userId });
    await members.update({ userId }, { status: 'deactivated' });
  }

  /** The invitation, if there is one, goes with the member, as does a password reset that this company issued. */
  async end(principal: Principal, userId: string, tx: Tx): Promise<void> {
    await this.resets.of(principal, tx).delete({ userId });
    await this.members.of(principal, tx).delete({ userId });
  }
}
