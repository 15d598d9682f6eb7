import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, Idempotent, Requires } from '../access';
import { Answers, type Page, pageQuery, type PageRequest } from '../platform/http';
import { type Principal } from '../tenancy';
import {
  type NewSalesInvoice,
  newSalesInvoice,
  salesInvoicePage,
  salesInvoiceSchema,
  type SalesInvoiceView,
} from './sales-invoices.schema';
import { SalesInvoicesService } from './sales-invoices.service';

@ApiTags('Sales invoices')
@Controller('sales_invoices')
export class SalesInvoicesController {
  constructor(private readonly invoices: SalesInvoicesService) {}

  @Get()
  @Requires('sales-invoices:read')
  @ApiOperation({ operationId: 'listSalesInvoices', summary: 'The company’s invoices, newest first' })
  @Answers(200, 'A page of invoices.', salesInvoicePage)
  list(
    @CurrentPrincipal() principal: Principal,
    @Query({ schema: pageQuery }) request: PageRequest,
  ): Promise<Page<SalesInvoiceView>> {
    return this.invoices.list(principal, request);
  }

  @Get(':id')
  @Requires('sales-invoices:read')
  @ApiOperation({ operationId: 'getSalesInvoice', summary: 'One invoice' })
  @Answers(200, 'The invoice.', salesInvoiceSchema)
  @Answers(404, 'The company has no such invoice.')
  get(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<SalesInvoiceView> {
    return this.invoices.get(principal, id);
  }

  @Post()
  @Idempotent()
  @Requires('sales-invoices:create')
  @ApiOperation({ operationId: 'createSalesInvoice', summary: 'Create an invoice' })
  @Answers(201, 'The new invoice.', salesInvoiceSchema)
  @Answers(409, 'The number is taken.')
  create(
    @CurrentPrincipal() principal: Principal,
    @Body({ schema: newSalesInvoice }) invoice: NewSalesInvoice,
  ): Promise<SalesInvoiceView> {
    return this.invoices.create(principal, invoice);
  }
}
