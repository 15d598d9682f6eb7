import { Injectable } from '@nestjs/common';
import { type EventDraft, eventOf, events } from '../../libs/events';
import { CompanyEntity, nextRevision } from '../companies';
import { type Tx, UnitOfWork } from '../platform/database';
import { asOperator, type Principal } from '../tenancy';
import { OperatorLog } from './operator-log';
import { companyChanged, companyNameNotPending } from './operators.problems';
import { assertNotOwnCompany } from './own-companies';
import { type PlatformCompanyView } from './platform-companies.schema';
import { PlatformCompaniesService } from './platform-companies.service';

/** Decides about the new names of approved companies, each by the revision that the operator saw. */
@Injectable()
export class CompanyNamesService {
  constructor(
    private readonly companies: PlatformCompaniesService,
    private readonly log: OperatorLog,
    private readonly units: UnitOfWork,
  ) {}

  /** From now on everyone sees the new name. @throws 404, 403 `own-company`, 409 as `decide` does. */
  approve(principal: Principal, id: string, revision: number): Promise<PlatformCompanyView> {
    return this.units.run(async (tx) => {
      await assertNotOwnCompany(principal, id, tx);
      return this.decide(principal, { id, revision }, tx, (name) => ({
        change: { name: name.to },
        event: eventOf(events.companyNameApproved, id, { name }),
      }));
    });
  }

  /** The company keeps its present name. @throws 404, 409 as `decide` does. */
  reject(principal: Principal, id: string, revision: number): Promise<PlatformCompanyView> {
    return this.units.run((tx) =>
      this.decide(principal, { id, revision }, tx, (name) => ({
        change: {},
        event: eventOf(events.companyNameRejected, id, { name }),
      })),
    );
  }

  /** @throws 404, 409 `company-name-not-pending`, 409 `company-changed` for an earlier revision. */
  private async decide(
    principal: Principal,
    { id, revision }: { readonly id: string; readonly revision: number },
    tx: Tx,
    outcomeOf: (name: NewName) => Outcome,
  ): Promise<PlatformCompanyView> {
    const { name: from, pendingName: to, ...seen } = await this.companies.get(principal, id, tx);
    if (to === null) throw companyNameNotPending();
    if (seen.revision !== revision) throw companyChanged();
    const { change, event } = outcomeOf({ from, to });
    const rows = asOperator(principal, tx).getRepository(CompanyEntity);
    const decided = { ...change, pendingName: null, revision: nextRevision };
    const { affected } = await rows.update({ id, revision }, decided);
    // Somebody changed the company since this unit read it.
    if (affected !== 1) throw companyChanged();
    this.log.append(tx, principal, id, event);
    return this.companies.get(principal, id, tx);
  }
}

interface NewName {
  readonly from: string;
  readonly to: string;
}

interface Outcome {
  readonly change: Partial<Pick<CompanyEntity, 'name'>>;
  readonly event: EventDraft;
}
