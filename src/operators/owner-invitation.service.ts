import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { KeptAnswers } from '../access';
import { type Tx, UnitOfWork } from '../platform/database';
import { RoleEntity } from '../roles';
import { asOperator, type Principal } from '../tenancy';
import { InvitationEntity, InvitationRoleEntity, MemberRoleEntity, NewMembers } from '../users';
import { insideCompany } from './inside-company';
import { type OwnerInvitation } from './new-companies.schema';
import { OperatorLog } from './operator-log';
import { companyClosed, companyHasOwner } from './operators.problems';
import { PlatformCompaniesService } from './platform-companies.service';

/** Renews the invitation of the first Owner of a company: it expires after seven days, and nobody inside could make another. */
@Injectable()
export class OwnerInvitationService {
  constructor(
    private readonly companies: PlatformCompaniesService,
    private readonly members: NewMembers,
    private readonly log: OperatorLog,
    private readonly units: UnitOfWork,
    private readonly answers: KeptAnswers,
  ) {}

  /** The earlier token stops working. @throws 404, 409 `company-closed`, 409 `company-has-owner`. */
  renew(principal: Principal, companyId: string): Promise<OwnerInvitation> {
    return this.units.run(async (tx) => {
      const company = await this.companies.get(principal, companyId, tx);
      if (company.status === 'closed') throw companyClosed();
      const username = await this.invitedOwner(principal, companyId, tx);
      const renewed = username && (await this.members.renew(insideCompany(company), username, tx));
      // They joined, just now or long ago.
      if (username === null || !renewed) throw companyHasOwner();
      const { id, invitation } = renewed;
      this.log.append(tx, principal, companyId, eventOf(events.memberInvited, id, { username, given: [] }));
      const answer = { delivery: 'caller', username, ...invitation } as const;
      this.answers.keep(principal, tx, () => answer);
      return answer;
    });
  }

  /** To whom the invitation with the Owner role is addressed; null where somebody has that role. */
  private async invitedOwner(principal: Principal, companyId: string, tx: Tx): Promise<string | null> {
    const manager = asOperator(principal, tx);
    const { id: roleId } = await manager.findOneByOrFail(RoleEntity, { companyId, systemCode: 'owner' });
    if (await manager.existsBy(MemberRoleEntity, { companyId, roleId })) return null;
    const promise = await manager.findOneBy(InvitationRoleEntity, { companyId, roleId });
    const id = promise?.invitationId;
    if (id === undefined) return null;
    return (await manager.findOneBy(InvitationEntity, { companyId, id }))?.username ?? null;
  }
}
