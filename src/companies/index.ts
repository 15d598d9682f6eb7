export { CompaniesModule } from './companies.module';
export { companyName } from './companies.schema';
export { CompanyEntity, type CompanyStatus } from './company.entity';
