import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { type EventDraft, eventOf, events } from '../../libs/events';
import { EventLog } from '../audit';
import { type Tx, UnitOfWork } from '../platform/database';
import { changesOf, notFound, type PatchFields } from '../platform/http';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { submissionRefused } from './companies.problems';
import { type CompanyPatch, type CompanyView } from './companies.schema';
import { CompanyEntity, revisionOf } from './company.entity';
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

  /** The new name of an approved company waits for an operator. Giving the present name again withdraws one that waits. */
  update(principal: Principal, patch: CompanyPatch): Promise<CompanyView> {
    return this.units.run(async (tx) => {
      const before = await this.lock(principal, tx);
      const { name } = changesOf<CompanyPatch, RenamedCompany>(patch, patchFields);
      if (name === undefined || name === (before.pendingName ?? before.name)) return toCompanyView(before);
      const { change, event } = renaming(before, name);
      const revision = revisionOf(before) + 1;
      await this.companies.of(principal, tx).update({ id: before.id }, { ...change, revision });
      this.events.append(tx, principal, event);
      return { ...toCompanyView(before), ...change };
    });
  }

  /** Hands the company in for review. Of two that do it at once, one is told that it is done. */
  submit(principal: Principal): Promise<CompanyView> {
    return this.units.run(async (tx) => {
      const company = await this.lock(principal, tx);
      // Whatever else is stored counts as onboarding, unless the company was suspended: that is for operators to undo.
      const submittable = {
        status: Not(In(['in_review', 'approved', 'suspended'])),
        suspendedFrom: IsNull(),
      };
      const submitted = await this.companies
        .of(principal, tx)
        .update(
          { id: company.id, ...submittable },
          { status: 'in_review', revision: revisionOf(company) + 1 },
        );
      if (submitted === 0)
        throw submissionRefused({ members: { companyStatus: toCompanyView(company).status } });
      this.events.append(tx, principal, eventOf(events.companySubmitted, company.id));
      return { ...toCompanyView(company), status: 'in_review', rejectedReason: null };
    });
  }

  private async view(principal: Principal, tx?: Tx): Promise<CompanyView> {
    const [row] = await this.companies.of(principal, tx).find();
    if (row === undefined) throw notFound();
    return toCompanyView(row);
  }

  /** Locked: an operator may be deciding about the company at this moment. */
  private async lock(principal: Principal, tx: Tx): Promise<CompanyEntity> {
    const row = await this.companies.of(principal, tx).lockOne({});
    if (row === null) throw notFound();
    return row;
  }
}

interface Renaming {
  readonly change: Partial<Pick<CompanyEntity, 'name' | 'pendingName'>>;
  readonly event: EventDraft;
}

function renaming({ id, name: from, pendingName, status }: CompanyEntity, name: string): Renaming {
  const to = { name: { from, to: name } };
  if (status !== 'approved')
    return { change: { name, pendingName: null }, event: eventOf(events.companyUpdated, id, to) };
  if (name !== from)
    return { change: { pendingName: name }, event: eventOf(events.companyNameRequested, id, to) };
  const withdrawn = { name: { from, to: pendingName ?? from } };
  return { change: { pendingName: null }, event: eventOf(events.companyNameWithdrawn, id, withdrawn) };
}
