export { ActivationsService } from './activations.service';
export { endCompany } from './end-company';
export { endUser, releaseUsername } from './end-user';
export { OperatorsModule } from './operators.module';
export { PlatformProductsService } from './platform-products.service';
