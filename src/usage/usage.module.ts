import { Module } from '@nestjs/common';
import { TenancyModule } from '../tenancy';
import { KeyUsageEntity } from './key-usage.entity';
import { LastUsed } from './last-used';
import { UsageBuffer } from './usage-buffer';

@Module({
  imports: [TenancyModule.forFeature([KeyUsageEntity])],
  providers: [LastUsed, UsageBuffer],
  exports: [LastUsed, UsageBuffer],
})
export class UsageModule {}
