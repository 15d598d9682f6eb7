import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { TenancyModule } from '../tenancy';
import { ProductActivationEntity } from './product-activation.entity';
import { ProductCatalogue } from './product-catalogue';
import { ProductsController } from './products.controller';
import { ProductsService } from './products.service';

@Module({
  imports: [AuditModule, TenancyModule.forFeature([ProductActivationEntity])],
  controllers: [ProductsController],
  providers: [ProductCatalogue, ProductsService],
  exports: [ProductCatalogue, ProductsService],
})
export class ProductsModule {}
