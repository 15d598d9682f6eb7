export { salesInvoices } from './manifest';
export { SalesInvoicesService } from './sales-invoices.service';
