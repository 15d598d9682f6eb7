import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { eventOf, events } from '../../libs/events';
import { EventLog } from '../audit';
import { type Tx, UnitOfWork } from '../platform/database';
import { changesOf, notFound, type PatchFields } from '../platform/http';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { submissionRefused } from './companies.problems';
import { type CompanyPatch, type CompanyView } from './companies.schema';
import { CompanyEntity } from './company.entity';
import { toCompanyView } from './company-view';

type RenamedCompany = Pick<CompanyEntity, 'name'>;

const patchFields = {
  name: (name) => ({ name }),
} satisfies PatchFields<CompanyPatch, Partial<RenamedCompany>>;

/** The company one acts for. */
@Injectable()
export class CompaniesService {
  constructor(
    @InjectScoped(CompanyEntity) private readonly companies: ScopedRepository<CompanyEntity>,
    private readonly units: UnitOfWork,
    private readonly events: EventLog,
  ) {}

  current(principal: Principal): Promise<CompanyView> {
    return this.view(principal);
  }

  update(principal: Principal, patch: CompanyPatch): Promise<CompanyView> {
    return this.units.run(async (tx) => {
      const before = await this.view(principal, tx);
      const { name = before.name } = changesOf<CompanyPatch, RenamedCompany>(patch, patchFields);
      if (name === before.name) return before;
      await this.companies.of(principal, tx).update({ id: before.id }, { name });
      this.events.append(
        tx,
        principal,
        eventOf(events.companyUpdated, before.id, { name: { from: before.name, to: name } }),
      );
      return { ...before, name };
    });
  }

  /** Hands the company in for review. Of two that do it at once, one is told that it is done. */
  submit(principal: Principal): Promise<CompanyView> {
    return this.units.run(async (tx) => {
      const company = await this.view(principal, tx);
      // Whatever else is stored counts as onboarding, unless the company was suspended: that is for operators to undo.
      const submittable = {
        status: Not(In(['in_review', 'approved', 'suspended'])),
        suspendedFrom: IsNull(),
      };
      const submitted = await this.companies
        .of(principal, tx)
        .update({ id: company.id, ...submittable }, { status: 'in_review' });
      if (submitted === 0) throw submissionRefused({ members: { companyStatus: company.status } });
      this.events.append(tx, principal, eventOf(events.companySubmitted, company.id));
      return { ...company, status: 'in_review', rejectedReason: null };
    });
  }

  private async view(principal: Principal, tx?: Tx): Promise<CompanyView> {
    const [row] = await this.companies.of(principal, tx).find();
    if (row === undefined) throw notFound();
    return toCompanyView(row);
  }
}
