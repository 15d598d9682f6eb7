import { Module } from '@nestjs/common';
import { TenancyModule } from '../tenancy';
import { KeyUsageEntity } from './key-usage.entity';
import { KeyUsageHourEntity } from './key-usage-hour.entity';
import { LastUsed } from './last-used';
import { UsageBuffer } from './usage-buffer';
import { UsageController } from './usage.controller';
import { UsageRetention } from './usage-retention';
import { UsageService } from './usage.service';

@Module({
  imports: [TenancyModule.forFeature([KeyUsageEntity, KeyUsageHourEntity])],
  controllers: [UsageController],
  providers: [LastUsed, UsageBuffer, UsageRetention, UsageService],
  exports: [LastUsed, UsageBuffer],
})
export class UsageModule {}
