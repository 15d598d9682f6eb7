import { Module } from '@nestjs/common';
import { EventsModule } from '../events';
import { TenancyModule } from '../tenancy';
import { SalesInvoiceEntity } from './sales-invoice.entity';
import { SalesInvoicesController } from './sales-invoices.controller';
import { SalesInvoicesService } from './sales-invoices.service';

@Module({
  imports: [EventsModule, TenancyModule.forFeature([SalesInvoiceEntity])],
  controllers: [SalesInvoicesController],
  providers: [SalesInvoicesService],
})
export class SalesInvoicesModule {}
