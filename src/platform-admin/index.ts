export { ActivationsService } from './activations.service';
export { PlatformAdminModule } from './platform-admin.module';
export { PlatformProductsService } from './platform-products.service';
