import { Injectable } from '@nestjs/common';
import { EventLog } from '../../events';
import { UnitOfWork } from '../../platform/database';
import { type FoundInvitation, RedeemableInvitations } from '../../users';
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

  /** @throws 404 `invitation-invalid` when someone was faster, and then leaves everything as it was. */
  async join(found: FoundInvitation, firstPasswordHash: string | null): Promise<void> {
    const { user, company } = found;
    await this.units.run(async (tx) => {
      if (!(await this.invitations.spend(found, firstPasswordHash, tx))) throw invitationInvalid();
      if (firstPasswordHash !== null) await this.guesses.forgive(user.username, tx);
      const actor = { companyId: company.id, kind: 'user', id: user.id, name: user.username } as const;
      this.events.appendAs(tx, actor, { type: 'member.joined', target: { type: 'user', id: user.id } });
    });
  }
}
