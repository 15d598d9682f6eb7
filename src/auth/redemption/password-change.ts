import { Injectable } from '@nestjs/common';
import { EventLog } from '../../audit';
import { UnitOfWork } from '../../platform/database';
import { StaleProofs } from '../../step-up';
import { Guesses } from '../guesses/guesses';
import { Sessions } from '../sessions/sessions';
import { type FoundReset, PasswordResets } from './password-resets';
import { resetInvalid } from './redemption.problems';

/** Gives a person the password they chose by a reset, and writes it down in their name. */
@Injectable()
export class PasswordChange {
  constructor(
    private readonly resets: PasswordResets,
    private readonly sessions: Sessions,
    private readonly proofs: StaleProofs,
    private readonly guesses: Guesses,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
  ) {}

  /** Ends all their sessions: some may be somebody else's. @throws 404 when someone was faster. */
  async make(found: FoundReset, passwordHash: string): Promise<void> {
    const { id, username } = found.user;
    const companyIds = await this.resets.logsOf(found);
    await this.units.run(async (tx) => {
      if (!(await this.resets.spend(found, passwordHash, tx))) throw resetInvalid();
      await this.sessions.endAll(id, tx);
      await this.proofs.endOfPassword(id, null, tx);
      await this.guesses.forgive(username, tx);
      for (const companyId of companyIds) {
        const actor = { companyId, kind: 'user', id, name: username } as const;
        this.events.appendAs(tx, actor, { type: 'password-reset.redeemed', target: { type: 'user', id } });
      }
    });
  }
}
