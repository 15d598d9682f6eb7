import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Idempotent, RequiresOperator } from '../access';
import { Answers, type Page, pageQuery, type PageRequest } from '../platform/http';
import { type Principal } from '../tenancy';
import {
  type NewProduct,
  newProduct,
  platformProduct,
  platformProductPage,
  type PlatformProductView,
} from './platform-products.schema';
import { PlatformProductsService } from './platform-products.service';

@ApiTags('Platform')
@Controller('platform/products')
@RequiresOperator()
export class PlatformProductsController {
  constructor(private readonly products: PlatformProductsService) {}

  @Get()
  @ApiOperation({ operationId: 'listPlatformProducts', summary: 'What the platform sells, by code' })
  @Answers(200, 'A page of products.', platformProductPage)
  list(@Query({ schema: pageQuery }) query: PageRequest): Promise<Page<PlatformProductView>> {
    return this.products.list(query);
  }

  @Post()
  @Idempotent()
  @ApiOperation({ operationId: 'createProduct', summary: 'Create a product' })
  @Answers(201, 'The new product.', platformProduct)
  @Answers(409, 'There is a product with this code.')
  create(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: newProduct }) product: NewProduct,
  ): Promise<PlatformProductView> {
    return this.products.create(principal, product);
  }
}
