import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { eventOf } from '../../libs/events';
import { CompanyEntity, nextRevision } from '../companies';
import { type AppendedEvent } from '../audit';
import { Receipts } from '../cluster';
import { type Tx, UnitOfWork } from '../platform/database';
import { asOperator, type Principal } from '../tenancy';
import { approval, type Decision, reinstatement, rejection, suspension } from './decisions';
import { OperatorLog } from './operator-log';
import { companyChanged, companyClosed } from './operators.problems';
import { assertNotOwnCompany } from './own-companies';
import { type PlatformCompanyView, type Rejection, type SuspendedCompany } from './platform-companies.schema';
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

  /**
   * @param revision that the operator saw.
   * @throws 404, 403 `own-company`, 409 outside review, 409 `company-changed` for an earlier revision.
   */
  async approve(principal: Principal, id: string, revision: number): Promise<PlatformCompanyView> {
    return (await this.decide(principal, id, approval, { revision })).view;
  }

  /**
   * @param seen the revision that the operator saw, and the reason.
   * @throws 404, 409 outside review, 409 `company-changed` for an earlier revision.
   */
  async reject(principal: Principal, id: string, seen: Rejection): Promise<PlatformCompanyView> {
    return (await this.decide(principal, id, rejection, seen)).view;
  }

  /** From now on no key of the company works and its members change nothing. @throws 404, 409 when it is suspended. */
  async suspend(principal: Principal, id: string, reason: string): Promise<SuspendedCompany> {
    const { view, event } = await this.decide(principal, id, suspension, { reason });
    return { ...view, revocation: await this.receipts.awaitEffective(event) };
  }

  /** The company is again what it was, and so are its keys. @throws 404, 403 `own-company`, 409 when it is not suspended. */
  async reinstate(principal: Principal, id: string): Promise<PlatformCompanyView> {
    return (await this.decide(principal, id, reinstatement, {})).view;
  }

  private decide(
    principal: Principal,
    id: string,
    decision: Decision,
    grounds: Grounds,
  ): Promise<{ view: PlatformCompanyView; event: AppendedEvent }> {
    return this.units.run(
      async (tx) => {
        const { status } = await this.companies.get(principal, id, tx);
        if (status === 'closed') throw companyClosed();
        if (decision.favourable) await assertNotOwnCompany(principal, id, tx);
        await this.change(principal, id, decision, grounds, tx);
        const { reason } = grounds;
        const data = reason !== undefined && decision.reasonIsPublic ? { reason } : {};
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
    { revision, reason }: Grounds,
    tx: Tx,
  ): Promise<void> {
    const rows = asOperator(principal, tx).getRepository(CompanyEntity);
    const from = { ...decision.from, id, closedAt: IsNull() };
    const seen = revision === undefined ? from : { ...from, revision };
    const change = { ...decision.change(reason ?? null), revision: nextRevision };
    const { affected } = await rows.update(seen, change);
    if (affected === 1) return;
    if (revision !== undefined && (await rows.existsBy(from))) throw companyChanged();
    const { status } = await this.companies.get(principal, id, tx);
    throw decision.refusal({ members: { companyStatus: status } });
  }
}

/** What a decision rests on: the revision that was seen, where it matters, and the reason that was given. */
interface Grounds {
  readonly revision?: number;
  readonly reason?: string;
}
