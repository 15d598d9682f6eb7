export { KeyUsageEntity } from './key-usage.entity';
export { LastUsed } from './last-used';
export { UsageBuffer } from './usage-buffer';
export { UsageModule } from './usage.module';
