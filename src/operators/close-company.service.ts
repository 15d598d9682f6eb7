import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { Clock } from '../platform';
import { UnitOfWork } from '../platform/database';
import { asOperator, type Principal } from '../tenancy';
import { endCompany } from './end-company';
import { OperatorLog } from './operator-log';
import { type ClosedCompany } from './platform-companies.schema';
import { PlatformCompaniesService } from './platform-companies.service';

/** Closes companies for good. Doing it again changes nothing. */
@Injectable()
export class CloseCompanyService {
  constructor(
    private readonly companies: PlatformCompaniesService,
    private readonly log: OperatorLog,
    private readonly units: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** From now on no key of the company works, and nobody can sign in to it. @throws 404. */
  async close(principal: Principal, id: string): Promise<ClosedCompany> {
    const { view, event } = await this.units.run(
      async (tx) => {
        await this.companies.get(principal, id, tx);
        const ended = await endCompany(asOperator(principal, tx), id, this.clock.now());
        const event =
          ended === null
            ? await this.log.earlier(
                principal,
                { companyId: id, kind: events.companyClosed, targetId: id },
                tx,
              )
            : this.log.append(tx, principal, id, eventOf(events.companyClosed, id, { ...ended }));
        return { view: await this.companies.get(principal, id, tx), event };
      },
      { ends: true },
    );
    return { ...view, revocation: await this.log.receipt(event) };
  }
}
