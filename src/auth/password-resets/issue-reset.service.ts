import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../../libs/events';
import { KeptAnswers } from '../../access';
import { EventLog } from '../../audit';
import { UnitOfWork } from '../../platform/database';
import { noUser, type Principal } from '../../tenancy';
import { PasswordResets } from './password-resets';
import { type NewPasswordReset, type PasswordResetView } from './password-resets.schema';
import { ResettableUsers } from './resettable-users';

/** Issues password resets. */
@Injectable()
export class IssueResetService {
  constructor(
    private readonly users: ResettableUsers,
    private readonly resets: PasswordResets,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
    private readonly answers: KeptAnswers,
  ) {}

  /** @throws 403, 404 or 409, as `findResettableUser` does. */
  async issue(principal: Principal, whose: NewPasswordReset): Promise<PasswordResetView> {
    const { user: issuer, company, operator } = principal;
    if (issuer === null) throw noUser();
    const { id: userId, username } = await this.users.named(principal, whose);
    const origin = { userId, companyId: operator ? null : (company?.id ?? null), issuedBy: issuer.id };
    const companyIds = await this.resets.logsOf(origin);
    return this.units.run(async (tx) => {
      for (const companyId of companyIds) {
        const actor = { companyId, kind: 'user', id: issuer.id, name: issuer.username } as const;
        this.events.appendAs(tx, actor, eventOf(events.passwordResetIssued, userId, { username }));
      }
      const answer = await this.resets.issue(origin, tx);
      this.answers.keep(principal, tx, () => answer);
      return answer;
    });
  }
}
