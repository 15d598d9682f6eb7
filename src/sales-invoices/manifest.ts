import { resource } from '../../libs/permissions';
import { businessModule } from '../platform/manifest';
import { SalesInvoices1790000000005 } from './migrations/0005-sales-invoices';
import { SalesInvoiceEntity } from './sales-invoice.entity';
import { salesInvoiceEvents } from './sales-invoices.events';
import { SalesInvoicesModule } from './sales-invoices.module';
import { salesInvoiceProblems } from './sales-invoices.problems';

export const salesInvoices = businessModule({
  name: 'sales-invoices',
  module: SalesInvoicesModule,
  entities: [SalesInvoiceEntity],
  migrations: [SalesInvoices1790000000005],
  permissions: [
    resource('sales-invoices', 'Sales invoices', { read: 'See the invoices', create: 'Create invoices' }),
  ],
  tags: ['Sales invoices'],
  events: Object.values(salesInvoiceEvents),
  problems: Object.values(salesInvoiceProblems),
});
