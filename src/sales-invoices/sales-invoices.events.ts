import * as z from 'zod/mini';
import { defineEvent } from '../../libs/events';

/** What this module writes to the audit trail. */
export const salesInvoiceEvents = {
  created: defineEvent('sales-invoice.created', {
    label: 'Sales invoice created',
    target: 'sales-invoice',
    data: z.strictObject({ number: z.string(), total: z.string(), currency: z.string() }),
  }),
} as const;
