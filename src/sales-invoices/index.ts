export { SalesInvoiceEntity } from './sales-invoice.entity';
export { SalesInvoicesModule } from './sales-invoices.module';
export { SalesInvoicesService } from './sales-invoices.service';
