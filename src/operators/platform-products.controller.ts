import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Idempotent, RequiresOperator } from '../access';
import { Answers, type Page, pageQuery, type PageRequest } from '../platform/http';
import { type Principal } from '../tenancy';
import { EditProductService } from './edit-product.service';
import {
  type ChangedProduct,
  changedProduct,
  type Forced,
  forced,
  type NewProduct,
  newProduct,
  platformProduct,
  platformProductPage,
  type PlatformProductView,
  type ProductPatch,
  productPatch,
} from './platform-products.schema';
import { PlatformProductsService } from './platform-products.service';
import { RetireProductService } from './retire-product.service';

@ApiTags('Platform')
@Controller('platform/products')
@RequiresOperator()
export class PlatformProductsController {
  constructor(
    private readonly products: PlatformProductsService,
    private readonly editing: EditProductService,
    private readonly retiring: RetireProductService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listPlatformProducts', summary: 'What the platform sells, by code' })
  @Answers(200, 'A page of products.', platformProductPage)
  list(@Query({ schema: pageQuery }) query: PageRequest): Promise<Page<PlatformProductView>> {
    return this.products.list(query);
  }

  @Post()
  @Idempotent()
  @ApiOperation({ operationId: 'createProduct', summary: 'Create a product, with what it protects' })
  @Answers(201, 'The new product.', platformProduct)
  @Answers(409, 'There is a product with this code, or another has a permission of this name.')
  create(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: newProduct }) product: NewProduct,
  ): Promise<PlatformProductView> {
    return this.products.create(principal, product);
  }

  @Patch(':code')
  @ApiOperation({
    operationId: 'updateProduct',
    summary: 'Change a product; a permission that is left out is taken from every key and role at once',
  })
  @Answers(200, 'The product as it is now.', changedProduct)
  @Answers(409, 'Keys hold what would be removed, another product has such a permission, or it is retired.')
  update(
    @CurrentPrincipal() principal: Principal,
    @Param('code') code: string,
    @Query({ schema: forced }) { force }: Forced,
    @Body({ schema: productPatch }) patch: ProductPatch,
  ): Promise<ChangedProduct> {
    return this.editing.update(principal, code, patch, force);
  }

  @Post(':code/retire')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'retireProduct',
    summary: 'Take a product off sale permanently; its keys are refused from now on',
  })
  @Answers(200, 'The product, and the time from which its keys are rejected.', changedProduct)
  retire(@CurrentPrincipal() principal: Principal, @Param('code') code: string): Promise<ChangedProduct> {
    return this.retiring.retire(principal, code);
  }
}
