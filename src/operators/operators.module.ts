import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys';
import { AuditModule } from '../audit';
import { AuthModule } from '../auth';
import { ClusterModule } from '../cluster';
import { ProductsModule } from '../products';
import { StepUpModule } from '../step-up';
import { UsersModule } from '../users';
import { ActivationsService } from './activations.service';
import { CloseCompanyService } from './close-company.service';
import { CompanyDecisionsService } from './company-decisions.service';
import { CompanyDetailsService } from './company-details.service';
import { CompanyNamesService } from './company-names.service';
import { FindPlatformKeyService } from './find-platform-key.service';
import { EditProductService } from './edit-product.service';
import { NewCompaniesService } from './new-companies.service';
import { NewCompaniesController } from './new-companies.controller';
import { NewServiceKeys } from './new-service-keys';
import { OperatorLog } from './operator-log';
import { OwnerInvitationService } from './owner-invitation.service';
import { PlatformCompaniesController } from './platform-companies.controller';
import { PlatformCompaniesService } from './platform-companies.service';
import { PlatformKeysController } from './platform-keys.controller';
import { PlatformProductsController } from './platform-products.controller';
import { PlatformProductsService } from './platform-products.service';
import { PlatformServiceKeysController } from './platform-service-keys.controller';
import { PlatformServiceKeysService } from './platform-service-keys.service';
import { PlatformUsersController } from './platform-users.controller';
import { PlatformUsersService } from './platform-users.service';
import { ReleaseUserService } from './release-user.service';
import { RevokePlatformKeyService } from './revoke-platform-key.service';
import { RetireProductService } from './retire-product.service';

@Module({
  imports: [ApiKeysModule, AuditModule, AuthModule, ClusterModule, ProductsModule, StepUpModule, UsersModule],
  controllers: [
    NewCompaniesController,
    PlatformCompaniesController,
    PlatformKeysController,
    PlatformProductsController,
    PlatformServiceKeysController,
    PlatformUsersController,
  ],
  providers: [
    ActivationsService,
    CloseCompanyService,
    CompanyDecisionsService,
    CompanyDetailsService,
    CompanyNamesService,
    FindPlatformKeyService,
    EditProductService,
    NewCompaniesService,
    NewServiceKeys,
    OperatorLog,
    OwnerInvitationService,
    PlatformCompaniesService,
    PlatformProductsService,
    PlatformServiceKeysService,
    PlatformUsersService,
    ReleaseUserService,
    RevokePlatformKeyService,
    RetireProductService,
  ],
})
export class OperatorsModule {}
