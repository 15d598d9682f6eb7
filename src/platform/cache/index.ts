export { LabelledCache } from './labelled-cache';
export type { LookupResult, CacheEntry } from './cache-entry';
