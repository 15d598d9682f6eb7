export { ActivationsService } from './activations.service';
export { endCompany } from './end-company';
export { OperatorsModule } from './operators.module';
export { PlatformProductsService } from './platform-products.service';
