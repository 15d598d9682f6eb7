import { Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { companySuspended } from '../../access';
import { CompanyEntity } from '../../companies';
import { isId } from '../../platform';
import { Reader } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { headerText } from '../../platform/http';
import { ProductActivationEntity } from '../../products';
import { type PrincipalCompany } from '../../tenancy';
import { companyIsClosed, companyUnexpected, companyUnknown } from '../auth.problems';

const header = 'kunci-company';

/**
 * What a request names in `Kunci-Company`.
 * @returns null where there is none. @throws 400 when there are two: which was meant would be a guess.
 */
export function companyNamedIn(request: FastifyRequest): string | null {
  const sent = request.headers[header];
  if (sent === undefined) return null;
  const times = request.raw.rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === header);
  if (times.length !== 1 || typeof sent !== 'string') throw companyUnexpected();
  return headerText(sent);
}

/** The company that a service key names to act for. It is read for every request, so that what is closed is closed at once. */
@Injectable()
export class NamedCompany {
  constructor(private readonly reader: Reader) {}

  /**
   * @param name an id or a slug.
   * @param product the code of the one product that the key is for, or null: a company without it is as unknown as one that there is not.
   * @throws 404 `unknown-company`, 403 `company-suspended` or `company-closed`; 400 for the id of one company that is the slug of another,
   * which former versions allowed.
   */
  async find(name: string, product: string | null): Promise<PrincipalCompany> {
    const rows = managerOf(this.reader).getRepository(CompanyEntity);
    const [company, other] = await rows.findBy(isId(name) ? [{ id: name }, { slug: name }] : { slug: name });
    if (company === undefined) throw companyUnknown();
    if (other !== undefined) throw companyUnexpected();
    if (!(await this.hasProduct(company.id, product))) throw companyUnknown();
    if (company.closedAt !== null) throw companyIsClosed();
    if (company.status === 'suspended') throw companySuspended();
    const { id, slug, timeZone } = company;
    return { id, name: company.name, slug, suspended: false, timeZone };
  }

  private async hasProduct(companyId: string, productCode: string | null): Promise<boolean> {
    if (productCode === null) return true;
    const activations = managerOf(this.reader).getRepository(ProductActivationEntity);
    return activations.existsBy({ companyId, productCode, status: 'enabled' });
  }
}
