import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys';
import { AuditModule } from '../audit';
import { ClusterModule } from '../cluster';
import { ProductsModule } from '../products';
import { ActivationsService } from './activations.service';
import { CompanyDecisionsService } from './company-decisions.service';
import { CompanyNamesService } from './company-names.service';
import { OperatorLog } from './operator-log';
import { PlatformCompaniesController } from './platform-companies.controller';
import { PlatformCompaniesService } from './platform-companies.service';
import { PlatformProductsController } from './platform-products.controller';
import { PlatformProductsService } from './platform-products.service';
import { PlatformServiceKeysController } from './platform-service-keys.controller';
import { PlatformServiceKeysService } from './platform-service-keys.service';

@Module({
  imports: [ApiKeysModule, AuditModule, ClusterModule, ProductsModule],
  controllers: [PlatformCompaniesController, PlatformProductsController, PlatformServiceKeysController],
  providers: [
    ActivationsService,
    CompanyDecisionsService,
    CompanyNamesService,
    OperatorLog,
    PlatformCompaniesService,
    PlatformProductsService,
    PlatformServiceKeysService,
  ],
})
export class OperatorsModule {}
