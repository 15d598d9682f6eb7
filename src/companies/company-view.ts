import { shownTime } from '../platform';
import { type CompanyView } from './companies.schema';
import { type CompanyEntity, isCompanyStatus, shownSlug, unreadableStatus } from './company.entity';

/** What the company itself sees of its row. */
export function toCompanyView(row: CompanyEntity): CompanyView {
  return {
    id: row.id,
    name: row.name,
    pendingName: row.pendingName,
    slug: shownSlug(row),
    status: isCompanyStatus(row.status) ? row.status : unreadableStatus,
    rejectedReason: row.status === 'rejected' ? row.rejectedReason : null,
    createdAt: shownTime(row.createdAt, row.id),
  };
}
