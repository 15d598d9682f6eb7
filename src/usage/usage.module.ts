import { Module } from '@nestjs/common';
import { TenancyModule } from '../tenancy';
import { KeyUsageEntity } from './key-usage.entity';
import { KeyUsageHourEntity } from './key-usage-hour.entity';
import { LastUsed } from './last-used';
import { RecentRefusals } from './recent-refusals';
import { UsageBuffer } from './usage-buffer';
import { UsageByKey } from './usage-by-key';
import { UsageRetention } from './usage-retention';
import { UsageService } from './usage.service';

@Module({
  imports: [TenancyModule.forFeature([KeyUsageEntity, KeyUsageHourEntity])],
  providers: [LastUsed, RecentRefusals, UsageBuffer, UsageByKey, UsageRetention, UsageService],
  exports: [LastUsed, RecentRefusals, UsageBuffer, UsageByKey, UsageService],
})
export class UsageModule {}
