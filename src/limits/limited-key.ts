import { type Quota, type RateLimit } from './limits.schema';

/** A key with what limits it. Limits belong to the key, so two secrets of it share them. */
export interface LimitedKey {
  readonly companyId: string;
  readonly keyId: string;
  readonly rateLimits: readonly RateLimit[];
  readonly quota: Quota | null;
}

/** Whether both are limited in the same way. A cached record hands in the very same values, which is the quick answer. */
export function sameLimits(one: LimitedKey, other: LimitedKey): boolean {
  return sameWindows(one.rateLimits, other.rateLimits) && sameQuota(one.quota, other.quota);
}

function sameWindows(some: readonly RateLimit[], others: readonly RateLimit[]): boolean {
  if (some === others) return true;
  return some.length === others.length && some.every((one, at) => sameWindow(one, others[at]));
}

function sameWindow(one: RateLimit, other: RateLimit | undefined): boolean {
  return other?.name === one.name && other.limit === one.limit && other.windowSeconds === one.windowSeconds;
}

function sameQuota(one: Quota | null, other: Quota | null): boolean {
  return one === other || (one?.limit === other?.limit && one?.refill === other?.refill);
}
