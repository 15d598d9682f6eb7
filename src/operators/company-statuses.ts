import {
  type CompanyEntity,
  type CompanyStatus,
  companyStatuses as stored,
  toCompanyView,
} from '../companies';

/** What operators see a company as: `closed` too, which nobody else does. */
export const companyStatuses = [...stored, 'closed'] as const;

export function statusForOperators(row: CompanyEntity): CompanyStatus | 'closed' {
  return row.closedAt === null ? toCompanyView(row).status : 'closed';
}
