import { Injectable } from '@nestjs/common';
import { eventOf } from '../../libs/events';
import { CompanyEntity } from '../companies';
import { type AppendedEvent } from '../audit';
import { Receipts } from '../cluster';
import { type Tx, UnitOfWork } from '../platform/database';
import { asOperator, type Principal } from '../tenancy';
import { approval, type Decision, reinstatement, rejection, suspension } from './decisions';
import { OperatorLog } from './operator-log';
import { assertNotOwnCompany } from './own-companies';
import { type PlatformCompanyView, type SuspendedCompany } from './platform-companies.schema';
import { PlatformCompaniesService } from './platform-companies.service';

/** Decides about companies. Each decision is one conditional UPDATE: of many at once exactly one is made. */
@Injectable()
export class CompanyDecisionsService {
  constructor(
    private readonly companies: PlatformCompaniesService,
    private readonly log: OperatorLog,
    private readonly receipts: Receipts,
    private readonly units: UnitOfWork,
  ) {}

  /** @throws 404, 403 `own-company`, 409 outside review. */
  async approve(principal: Principal, id: string): Promise<PlatformCompanyView> {
    return (await this.decide(principal, id, approval, null)).view;
  }

  /** @throws 404, 409 outside review. */
  async reject(principal: Principal, id: string, reason: string): Promise<PlatformCompanyView> {
    return (await this.decide(principal, id, rejection, reason)).view;
  }

  /** From now on no key of the company works and its members change nothing. @throws 404, 409 when it is suspended. */
  async suspend(principal: Principal, id: string, reason: string): Promise<SuspendedCompany> {
    const { view, event } = await this.decide(principal, id, suspension, reason);
    return { ...view, revocation: await this.receipts.awaitEffective(event) };
  }

  /** The company is again what it was, and so are its keys. @throws 404, 403 `own-company`, 409 when it is not suspended. */
  async reinstate(principal: Principal, id: string): Promise<PlatformCompanyView> {
    return (await this.decide(principal, id, reinstatement, null)).view;
  }

  private decide(
    principal: Principal,
    id: string,
    decision: Decision,
    reason: string | null,
  ): Promise<{ view: PlatformCompanyView; event: AppendedEvent }> {
    return this.units.run(
      async (tx) => {
        await this.companies.get(principal, id, tx);
        if (decision.favourable) await assertNotOwnCompany(principal, id, tx);
        await this.change(principal, id, decision, reason, tx);
        const data = reason !== null && decision.reasonIsPublic ? { reason } : {};
        const event = this.log.append(tx, principal, id, eventOf(decision.event, id, data));
        return { view: await this.companies.get(principal, id, tx), event };
      },
      { ends: !decision.favourable },
    );
  }

  private async change(
    principal: Principal,
    id: string,
    decision: Decision,
    reason: string | null,
    tx: Tx,
  ): Promise<void> {
    const rows = asOperator(principal, tx).getRepository(CompanyEntity);
    const { affected } = await rows.update({ ...decision.from, id }, decision.change(reason));
    if (affected === 1) return;
    const { status } = await this.companies.get(principal, id, tx);
    throw decision.refusal({ members: { companyStatus: status } });
  }
}
