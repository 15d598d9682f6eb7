import { Injectable } from '@nestjs/common';
import { fieldFault } from '../../../libs/problems';
import { CompanyEntity } from '../../companies';
import { type Tx } from '../../platform/database';
import { invalidField } from '../../platform/http';
import { ProductActivationEntity, ProductCatalogue } from '../../products';
import { type KeyPolicy, type SensitiveAction } from '../../settings';
import { prerequisitesNotMet, StepUpService } from '../../step-up';
import { InjectScoped, type Principal, ScopedRepository } from '../../tenancy';

type Missing = 'company-approved' | 'product-enabled' | 'pin' | 'totp';

/** What has to be in place before a product's keys can be made: all that is missing is told at once. */
@Injectable()
export class Prerequisites {
  constructor(
    @InjectScoped(CompanyEntity) private readonly companies: ScopedRepository<CompanyEntity>,
    @InjectScoped(ProductActivationEntity)
    private readonly activations: ScopedRepository<ProductActivationEntity>,
    private readonly catalogue: ProductCatalogue,
    private readonly stepUp: StepUpService,
  ) {}

  /**
   * @param productCode null for a key of no product, which needs neither approval nor activation.
   * @throws 422 for a product there is not; 409 `prerequisites-not-met` with all that is missing.
   */
  async assertMet(
    principal: Principal,
    action: SensitiveAction,
    productCode: string | null,
    policy: Pick<KeyPolicy, 'stepUp'>,
    tx: Tx,
  ): Promise<void> {
    const missing: Missing[] = [];
    if (productCode !== null) missing.push(...(await this.missingFor(principal, productCode, tx)));
    missing.push(...(await this.stepUp.missingSetup(principal, policy.stepUp[action])));
    if (missing.length > 0) throw prerequisitesNotMet({ members: { missing } });
  }

  private async missingFor(principal: Principal, productCode: string, tx: Tx): Promise<Missing[]> {
    if ((await this.catalogue.byCode(productCode, tx)) === null) {
      throw invalidField('/product', fieldFault('unknown-reference', { resource: 'product' }));
    }
    const activation = await this.activations.of(principal, tx).findOne({ productCode });
    const [company] = await this.companies.of(principal, tx).find();
    return [
      ...(company?.status === 'approved' ? [] : (['company-approved'] as const)),
      ...(activation?.status === 'enabled' ? [] : (['product-enabled'] as const)),
    ];
  }
}
