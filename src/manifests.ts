import { type Manifest } from './platform/manifest';
import { salesInvoices } from './sales-invoices';

/** The business modules of this server. A new one is a folder, and a line here. */
export const manifests: readonly Manifest[] = [salesInvoices];
