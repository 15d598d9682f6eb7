import { Module } from '@nestjs/common';
import { TenancyModule } from '../tenancy';
import { KeyQuotaEntity } from './key-quota.entity';
import { Limits } from './limits';

@Module({
  imports: [TenancyModule.forFeature([KeyQuotaEntity])],
  providers: [Limits],
  exports: [Limits],
})
export class LimitsModule {}
