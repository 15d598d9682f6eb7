import { defineProblem } from '../../libs/problems';
import { problem } from '../platform/http';

/** What this module refuses besides what every module may. */
export const salesInvoiceProblems = {
  numberTaken: defineProblem('invoice-number-taken', 409, 'The company has an invoice with this number.'),
} as const;

export const invoiceNumberTaken = problem(salesInvoiceProblems.numberTaken);
