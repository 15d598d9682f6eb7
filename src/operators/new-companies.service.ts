import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { fieldFault } from '../../libs/problems';
import { KeptAnswers } from '../access';
import { type Founded, Founding, slugTaken } from '../auth';
import { CompanyEntity } from '../companies';
import { isUniqueViolation, Reader, type Tx, UnitOfWork } from '../platform/database';
import { invalidField, invalidFields } from '../platform/http';
import { ProductActivationEntity, ProductCatalogue, type ProductEntity } from '../products';
import { asOperator, noUser, type Principal } from '../tenancy';
import { canonicalUsername, NewMembers } from '../users';
import { type MadeCompany, type NewPlatformCompany } from './new-companies.schema';
import { OperatorLog } from './operator-log';
import { externalIdTaken } from './operators.problems';
import { assertMayApprove } from './own-companies';
import { PlatformCompaniesService } from './platform-companies.service';

/** Makes companies for customers, also while sign-up is closed. */
@Injectable()
export class NewCompaniesService {
  constructor(
    private readonly founding: Founding,
    private readonly members: NewMembers,
    private readonly catalogue: ProductCatalogue,
    private readonly companies: PlatformCompaniesService,
    private readonly log: OperatorLog,
    private readonly units: UnitOfWork,
    private readonly answers: KeptAnswers,
    private readonly reader: Reader,
  ) {}

  /**
   * Makes a company without people, and an invitation for its Owner. The token is in the answer and nowhere else.
   * @throws 403 for a service key that may not approve and is to, 409 `slug-taken` or `external-id-taken`, 422 for a username that cannot be and for products that do not exist.
   */
  async create(principal: Principal, draft: NewPlatformCompany): Promise<MadeCompany> {
    if (draft.approved === true) assertMayApprove(principal);
    const username = canonicalUsername(draft.owner.username);
    if (username === null) throw invalidField('/owner/username', fieldFault('not-a-username', {}));
    try {
      return await this.units.run((tx) => this.insert(principal, draft, username, tx));
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      const { slug } = draft;
      const isSlug = await asOperator(principal, this.reader).existsBy(CompanyEntity, { slug });
      throw isSlug ? slugTaken({ cause: error }) : externalIdTaken({ cause: error });
    }
  }

  private async insert(
    principal: Principal,
    draft: NewPlatformCompany,
    username: string,
    tx: Tx,
  ): Promise<MadeCompany> {
    const founded = await this.found(principal, draft, tx);
    const { id } = founded.company;
    if (draft.approved === true) this.log.append(tx, principal, id, eventOf(events.companyApproved, id, {}));
    await this.enable(principal, founded, draft.products ?? [], tx);
    const invitation = await this.inviteOwner(principal, founded, username, tx);
    const company = await this.companies.get(principal, id, tx);
    const answer = { company, invitation: { delivery: 'caller', ...invitation } } as const;
    this.answers.keep(principal, tx, () => answer);
    return answer;
  }

  private async found(principal: Principal, draft: NewPlatformCompany, tx: Tx): Promise<Founded> {
    const { name, slug, externalId, metadata, approved } = draft;
    if (principal.user === null) throw noUser();
    const status = approved === true ? 'approved' : 'onboarding';
    const company = { name, slug, externalId, metadata, status, locale: 'en' } as const;
    const founded = await this.founding.found(company, principal.user, tx);
    const { id } = founded.company;
    this.log.append(tx, principal, id, eventOf(events.companyFounded, id, { name, slug }));
    return founded;
  }

  private async enable(
    principal: Principal,
    { company, products: has }: Founded,
    codes: readonly string[],
    tx: Tx,
  ): Promise<void> {
    const products = await Promise.all(codes.map((code) => this.catalogue.locked(code, tx)));
    const unknown = products.flatMap((product, at) => (isOnSale(product) ? [] : [at]));
    if (unknown.length > 0) throw invalidFields(...unknown.map(unknownProduct));
    const rows = asOperator(principal, tx).getRepository(ProductActivationEntity);
    for (const product of new Map(products.map((one) => [one?.code, one])).values()) {
      if (product === null || has.includes(product.code)) continue;
      await rows.insert({ companyId: company.id, productCode: product.code, status: 'enabled' });
      const event = eventOf(events.productEnabled, product.code, { name: product.name });
      this.log.append(tx, principal, company.id, event);
    }
  }

  private async inviteOwner(principal: Principal, founded: Founded, username: string, tx: Tx) {
    const ownerRole = founded.roleIds.get('owner');
    if (ownerRole === undefined) throw new Error('A company was founded without the role of its Owner');
    const { id, invitation } = await this.members.invite(founded.principal, username, [ownerRole], tx);
    const event = eventOf(events.memberInvited, id, { username, given: ['Owner'] });
    this.log.append(tx, principal, founded.company.id, event);
    return invitation;
  }
}

function isOnSale(product: ProductEntity | null): boolean {
  return product !== null && product.retiredAt === null;
}

function unknownProduct(at: number) {
  return { pointer: `/products/${at}`, ...fieldFault('unknown-reference', { resource: 'product' }) };
}
