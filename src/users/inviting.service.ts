import { Injectable } from '@nestjs/common';
import { KeptAnswers } from '../access';
import { EventLog } from '../events';
import { UnitOfWork } from '../platform/database';
import { invalidField } from '../platform/http';
import { type Principal } from '../tenancy';
import { Invitations } from './invitations';
import { MemberChanges } from './member-changes';
import { MembersService } from './members.service';
import { canonicalUsername } from './username';
import { type InvitedMember, type NewMember } from './users.schema';

/** Invites people to become members. */
@Injectable()
export class InvitingService {
  constructor(
    private readonly invitations: Invitations,
    private readonly changes: MemberChanges,
    private readonly members: MembersService,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    private readonly answers: KeptAnswers,
  ) {}

  /**
   * The answer does not tell whether the person existed before.
   * @throws 409 `already-member`, 422 for a role that the company does not have, 403 for one beyond the principal's rights.
   */
  async invite(principal: Principal, wish: NewMember): Promise<InvitedMember> {
    const username = canonicalUsername(wish.username);
    if (username === null) throw invalidField('/username', 'cannot be a username');
    return this.units.run(async (tx) => {
      const { userId, invitation } = await this.invitations.issue(principal, username, tx);
      const { given } = await this.changes.setRoles(principal, userId, wish.roles, tx);
      this.events.append(tx, principal, {
        type: 'member.invited',
        target: { type: 'user', id: userId },
        data: { username, given },
      });
      const answer = { member: await this.members.get(principal, userId, tx), invitation };
      this.answers.keep(principal, tx, () => answer);
      return answer;
    });
  }
}
