import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { ClusterModule } from '../cluster';
import { TenancyModule } from '../tenancy';
import { DefaultProducts } from './default-products';
import { KnownNames } from './known-names';
import { PermissionNames } from './permission-names';
import { ProductActivationEntity } from './product-activation.entity';
import { ProductCatalogue } from './product-catalogue';
import { ProductOffers } from './product-offers';
import { ProductsController } from './products.controller';
import { ProductsService } from './products.service';

const services = [
  DefaultProducts,
  KnownNames,
  PermissionNames,
  ProductCatalogue,
  ProductOffers,
  ProductsService,
];

@Module({
  imports: [AuditModule, ClusterModule, TenancyModule.forFeature([ProductActivationEntity])],
  controllers: [ProductsController],
  providers: [...services],
  exports: [...services],
})
export class ProductsModule {}
