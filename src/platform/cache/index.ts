export { LabelledCache } from './labelled-cache';
export type { LookupResult, CacheEntry } from './cache-entry';
export { RecentReadings } from './recent-readings';
