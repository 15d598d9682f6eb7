import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { TenancyModule } from '../tenancy';
import { CompaniesController } from './companies.controller';
import { CompaniesService } from './companies.service';
import { CompanyEntity } from './company.entity';

@Module({
  imports: [AuditModule, TenancyModule.forFeature([CompanyEntity], 'id')],
  controllers: [CompaniesController],
  providers: [CompaniesService],
})
export class CompaniesModule {}
