import { Injectable } from '@nestjs/common';
import { EventLog } from '../../audit';
import { isUniqueViolation, type Tx, UnitOfWork } from '../../platform/database';
import { alreadyMember, type FoundInvitation, RedeemableInvitations, type Redeemer } from '../../users';
import { usernameTaken } from '../auth.problems';
import { Guesses } from '../guesses/guesses';
import { invitationInvalid } from './redemption.problems';

/** Makes who redeems an invitation a member, and writes it down in their name. */
@Injectable()
export class Joining {
  constructor(
    private readonly invitations: RedeemableInvitations,
    private readonly guesses: Guesses,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
  ) {}

  /**
   * @throws 404 `invitation-invalid` when someone was faster, 409 `username-taken` when someone else took the username just
   * now, 409 `already-member`; and then leaves everything as it was.
   */
  async join(found: FoundInvitation, redeemer: Redeemer): Promise<void> {
    try {
      await this.units.run((tx) => this.spend(found, redeemer, tx));
    } catch (error) {
      if (isUniqueViolation(error)) throw usernameTaken({ cause: error });
      throw error;
    }
  }

  private async spend(found: FoundInvitation, redeemer: Redeemer, tx: Tx): Promise<void> {
    const spent = await this.invitations.spend(found, redeemer, tx);
    if (spent.outcome === 'void') throw invitationInvalid();
    if (spent.outcome === 'member') throw alreadyMember();
    if (!redeemer.known) await this.guesses.forgive(redeemer.username, tx);
    const { userId: id } = spent;
    const actor = { companyId: found.company.id, kind: 'user', id, name: redeemer.username } as const;
    const data = { invitationId: found.id, invitedAs: found.username };
    this.events.appendAs(tx, actor, { type: 'member.joined', target: { type: 'user', id }, data });
  }
}
