import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { fieldFault } from '../../libs/problems';
import { KeptAnswers } from '../access';
import { EventLog } from '../audit';
import { type Tx, UnitOfWork } from '../platform/database';
import { invalidField } from '../platform/http';
import { type Principal } from '../tenancy';
import { Invitations } from './invitations';
import { MemberChanges } from './member-changes';
import { MembersService } from './members.service';
import { Owners } from './owners';
import { canonicalUsername } from './username';
import { alreadyMember } from './users.problems';
import { type InvitationView, type InvitedMember, type NewMember } from './users.schema';

/** Invites people to become members. */
@Injectable()
export class InvitingService {
  constructor(
    private readonly invitations: Invitations,
    private readonly changes: MemberChanges,
    private readonly members: MembersService,
    private readonly owners: Owners,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    private readonly answers: KeptAnswers,
  ) {}

  /**
   * The answer does not tell whether the person existed before.
   * @throws 409 `already-member`, 422 for a role that the company does not have, 403 for one beyond the principal's rights.
   */
  async invite(principal: Principal, input: NewMember): Promise<InvitedMember> {
    const username = canonicalUsername(input.username);
    if (username === null) throw invalidField('/username', fieldFault('not-a-username', {}));
    return this.units.run(async (tx) => {
      const { id, invitation } = await this.issue(principal, username, tx);
      const { given } = await this.changes.setRoles(principal, id, input.roles, tx);
      this.events.append(tx, principal, eventOf(events.memberInvited, id, { username, given }));
      const answer = { member: await this.members.get(principal, id, tx), invitation };
      this.answers.keep(principal, tx, () => answer);
      return answer;
    });
  }

  /** No table of people is asked, so nothing tells whether there is one of this name. @throws 409 for a member. */
  private issue(
    principal: Principal,
    username: string,
    tx: Tx,
  ): Promise<{ id: string; invitation: InvitationView }> {
    return this.owners.keepOne(principal, tx, async () => {
      const open = await this.invitations.lockFor(principal, username, tx);
      if (await this.members.isMember(principal, username, tx)) throw alreadyMember();
      if (open !== null && open.status !== 'invited') throw alreadyMember();
      return this.invitations.issue(principal, { id: open?.id ?? null, username }, tx);
    });
  }
}
