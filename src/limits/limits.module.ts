import { Module } from '@nestjs/common';
import { TenancyModule } from '../tenancy';
import { TokenLeases } from './token-leases';
import { KeyQuotaEntity } from './key-quota.entity';
import { Limits } from './limits';
import { LimitsUpkeep } from './limits-upkeep';
import { TokenReturns } from './token-returns';
import { CoalescedRefill } from './coalesced-refill';

@Module({
  imports: [TenancyModule.forFeature([KeyQuotaEntity])],
  providers: [TokenLeases, Limits, LimitsUpkeep, TokenReturns, CoalescedRefill],
  exports: [Limits],
})
export class LimitsModule {}
