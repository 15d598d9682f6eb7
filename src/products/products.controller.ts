import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Requires } from '../access';
import { Answers, type Page, pageQuery, type PageRequest } from '../platform/http';
import { type Principal } from '../tenancy';
import { productPage, productSchema, type ProductView } from './products.schema';
import { ProductsService } from './products.service';

@ApiTags('Products')
@Controller('products')
export class ProductsController {
  constructor(private readonly products: ProductsService) {}

  @Get()
  @Requires('products:read')
  @ApiOperation({
    operationId: 'listProducts',
    summary: 'The products of the platform, and which of them your company has',
  })
  @Answers(200, 'A page of products, by code.', productPage)
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: pageQuery }) query: PageRequest,
  ): Promise<Page<ProductView>> {
    return this.products.list(principal, query);
  }

  @Post(':code/requests')
  @HttpCode(200)
  @Requires('products:request')
  @ApiOperation({ operationId: 'requestProduct', summary: 'Request a product; repeating it changes nothing' })
  @Answers(200, 'The product, requested or already enabled.', productSchema)
  @Answers(409, 'The platform has switched the product off for the company.')
  request(@CurrentPrincipal() principal: Principal, @Param('code') code: string): Promise<ProductView> {
    return this.products.request(principal, code);
  }
}
