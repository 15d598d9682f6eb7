export { ProductEntity } from './product.entity';
export { ProductActivationEntity } from './product-activation.entity';
export { ProductCatalogue } from './product-catalogue';
export { productSchema } from './products.schema';
export { ProductsModule } from './products.module';
export { ProductsService } from './products.service';
