import { problem } from '../platform/http';

export const invoiceNumberTaken = problem(
  'invoice-number-taken',
  409,
  'The company has an invoice with this number.',
);
