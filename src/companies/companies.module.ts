import { Module } from '@nestjs/common';
import { EventsModule } from '../events';
import { TenancyModule } from '../tenancy';
import { CompaniesController } from './companies.controller';
import { CompaniesService } from './companies.service';
import { CompanyEntity } from './company.entity';

@Module({
  imports: [EventsModule, TenancyModule.forFeature([CompanyEntity], 'id')],
  controllers: [CompaniesController],
  providers: [CompaniesService],
})
export class CompaniesModule {}
