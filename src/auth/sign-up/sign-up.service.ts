import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../../libs/events';
import { toCompanyView } from '../../companies';
import { EventLog } from '../../audit';
import { isUniqueViolation, type Tx, UnitOfWork } from '../../platform/database';
import { type Principal } from '../../tenancy';
import { NewMembers } from '../../users';
import { slugTaken } from '../auth.problems';
import { type Founder, Founders } from './founders';
import { type CompanyDraft, type Founded, Founding } from './founding';
import { type FoundedCompany, type NewCompany } from './sign-up.schema';

/** Lets people found companies of their own. */
@Injectable()
export class SignUpService {
  constructor(
    private readonly founders: Founders,
    private readonly founding: Founding,
    private readonly members: NewMembers,
    private readonly events: EventLog,
    private readonly units: UnitOfWork,
  ) {}

  /**
   * Makes a company in `onboarding` and its Owner.
   * @param principal who is signed in and will be its Owner, or null for somebody new.
   * @throws 409 `slug-taken` or `username-taken`, and what `Founders.from` throws.
   */
  async found(principal: Principal | null, input: NewCompany): Promise<FoundedCompany> {
    const founder = await this.founders.from(principal, input.owner);
    return this.units.run((tx) => this.insert(founder, input, tx));
  }

  private async insert(founder: Founder, { name, slug }: NewCompany, tx: Tx): Promise<FoundedCompany> {
    const user = await this.founders.settle(founder, tx);
    const draft = { name, slug, status: 'onboarding', locale: 'en' } as const;
    const { principal, roleIds, company } = await this.foundOnce(draft, user, tx);
    const ownerRole = roleIds.get('owner');
    if (ownerRole === undefined) throw new Error('A company was founded without the role of its Owner');
    await this.members.insert(principal, user.id, [ownerRole], tx);
    this.events.append(tx, principal, eventOf(events.companyFounded, company.id, { name, slug }));
    return { company: toCompanyView(company), user };
  }

  private async foundOnce(
    draft: CompanyDraft,
    user: { id: string; username: string },
    tx: Tx,
  ): Promise<Founded> {
    try {
      return await this.founding.found(draft, user, tx);
    } catch (error) {
      if (isUniqueViolation(error)) throw slugTaken({ cause: error });
      throw error;
    }
  }
}
