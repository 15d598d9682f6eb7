export { CompaniesModule } from './companies.module';
export { CompanyEntity, type CompanyStatus } from './company.entity';
