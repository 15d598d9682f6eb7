export { KeyUsageEntity } from './key-usage.entity';
export { KeyUsageHourEntity } from './key-usage-hour.entity';
export { LastUsed, type LastUseOfKey } from './last-used';
export { type Refusal, refusals } from './outcomes';
export { UsageBuffer } from './usage-buffer';
export { UsageModule } from './usage.module';
