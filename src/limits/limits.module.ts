import { Module } from '@nestjs/common';
import { TenancyModule } from '../tenancy';
import { Holdings } from './holdings';
import { KeyQuotaEntity } from './key-quota.entity';
import { Limits } from './limits';
import { LimitsUpkeep } from './limits-upkeep';
import { Returns } from './returns';
import { SharedTakes } from './shared-takes';

@Module({
  imports: [TenancyModule.forFeature([KeyQuotaEntity])],
  providers: [Holdings, Limits, LimitsUpkeep, Returns, SharedTakes],
  exports: [Limits],
})
export class LimitsModule {}
