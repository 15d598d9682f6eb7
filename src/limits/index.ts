export type { Quota, RateLimit } from './limit';
