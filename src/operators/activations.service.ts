import { Injectable } from '@nestjs/common';
import { eventOf, events } from '../../libs/events';
import { type AppendedEvent } from '../audit';
import { isUniqueViolation, type Tx, UnitOfWork } from '../platform/database';
import { notFound } from '../platform/http';
import { ProductActivationEntity, ProductCatalogue, type ProductEntity, productRetired } from '../products';
import { asOperator, type Principal } from '../tenancy';
import { OperatorLog } from './operator-log';
import { companyClosed } from './operators.problems';
import { assertNotOwnCompany } from './own-companies';
import { type ChangedActivation } from './platform-companies.schema';
import { PlatformCompaniesService } from './platform-companies.service';

/** Enables and disables products for companies, whether they asked or not. Doing it again changes nothing. */
@Injectable()
export class ActivationsService {
  constructor(
    private readonly companies: PlatformCompaniesService,
    private readonly catalogue: ProductCatalogue,
    private readonly log: OperatorLog,
    private readonly units: UnitOfWork,
  ) {}

  /**
   * Disabling stops the company's keys for the product at once and keeps them; enabling restores them.
   * @throws 404 for an unknown company or product, 409 `company-closed` or `product-retired`, 403 `own-company` for enabling one's own.
   */
  async set(
    principal: Principal,
    companyId: string,
    code: string,
    enabled: boolean,
  ): Promise<ChangedActivation> {
    const { product, event } = await this.setTwice(principal, companyId, code, enabled);
    const activation = enabled ? 'enabled' : 'disabled';
    const view = { code: product.code, name: product.name, activation } as const;
    if (enabled || event === null) return view;
    return { ...view, revocation: await this.log.receipt(event) };
  }

  private async setTwice(principal: Principal, companyId: string, code: string, enabled: boolean) {
    const work = (tx: Tx) => this.setOnce(principal, companyId, code, enabled, tx);
    try {
      return await this.units.run(work, { ends: !enabled });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      // The company asked at the same moment: now there is a row to change.
      return this.units.run(work, { ends: !enabled });
    }
  }

  private async setOnce(
    principal: Principal,
    companyId: string,
    code: string,
    enabled: boolean,
    tx: Tx,
  ): Promise<{ product: ProductEntity; event: AppendedEvent | null }> {
    // First: what is read after it is as the unit before left it.
    const product = await this.catalogue.locked(code, tx);
    const company = await this.companies.get(principal, companyId, tx);
    if (company.status === 'closed') throw companyClosed();
    if (product === null) throw notFound();
    if (enabled && product.retiredAt !== null) throw productRetired();
    if (enabled) await assertNotOwnCompany(principal, companyId, tx);
    const known = company.products.find((one) => one.code === code)?.activation ?? null;
    const status = enabled ? 'enabled' : 'disabled';
    const kind = enabled ? events.productEnabled : events.productDisabled;
    if (known === status) {
      const event = await this.log.find(principal, { companyId, kind, targetId: code }, tx);
      return { product, event };
    }
    const rows = asOperator(principal, tx).getRepository(ProductActivationEntity);
    const row = { companyId, productCode: code };
    if (known === null) await rows.insert({ ...row, status });
    else await rows.update(row, { status });
    const event = this.log.append(tx, principal, companyId, eventOf(kind, code, { name: product.name }));
    return { product, event };
  }
}
