export { ActivationsService } from './activations.service';
export { OperatorsModule } from './operators.module';
export { PlatformProductsService } from './platform-products.service';
