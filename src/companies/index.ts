export { CompaniesModule } from './companies.module';
export { companySchema } from './companies.schema';
export {
  CompanyEntity,
  type CompanyStatus,
  companyStatuses,
  isCompanyStatus,
  nextRevision,
  revisionOf,
  shownSlug,
  unreadableStatus,
} from './company.entity';
export { companyMetadata } from './company-metadata';
export { toCompanyView } from './company-view';
