export { KeyQuotaEntity } from './key-quota.entity';
export { KeyWindowEntity } from './key-window.entity';
export type { LimitOutcome } from './limit-outcome';
export type { LimitedKey } from './limited-key';
export { Limits } from './limits';
export { LimitsModule } from './limits.module';
export { type Quota, quotaSchema, type RateLimit, rateLimitsSchema } from './limits.schema';
export { rateLimitHeaders } from './rate-limit-headers';
