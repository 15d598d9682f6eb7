import { z } from 'zod';
import { inFormat, pageOf, plainText } from '../platform/http';

const fields = {
  number: plainText(32)
    .describe('The company’s own number for the invoice; unique within the company.')
    .meta({ example: 'INV-2026-001' }),
  customer: plainText(100).meta({ example: 'Toko Melati' }),
  total: z
    .string()
    .check(
      inFormat('amount', /^(0|[1-9]\d{0,12})\.\d{2}$/, 'must be an amount with two decimals, like 150000.00'),
    )
    .describe('As text, so that it is not rounded: `150000.00`.')
    .meta({ example: '150000.00' }),
  currency: z
    .string()
    .check(inFormat('currency', /^[A-Z]{3}$/, 'must be three capital letters, like IDR'))
    .describe('ISO 4217.')
    .meta({ example: 'IDR' }),
  issuedOn: z.iso.date('must be a day that exists, like 2026-01-31').meta({ example: '2026-09-01' }),
};

export const salesInvoiceSchema = z.object({ id: z.uuid(), ...fields }).meta({ id: 'SalesInvoice' });
export const salesInvoicePage = pageOf(salesInvoiceSchema).meta({ id: 'SalesInvoicePage' });
export const newSalesInvoice = z.strictObject(fields).meta({ id: 'NewSalesInvoice' });

export type SalesInvoiceView = z.infer<typeof salesInvoiceSchema>;
export type NewSalesInvoice = z.infer<typeof newSalesInvoice>;
