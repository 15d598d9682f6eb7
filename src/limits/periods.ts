import { secondMs } from '../platform';
import { type TokenLease } from './token-lease';
import { type Count, type QuotaLeft } from './limit-outcome';
import { type Quota, type RateLimit } from './limits.schema';

/* When counters start from zero. Pure, so that the arithmetic can be tested without a database. */

// A quota that is never refilled has one period, which began before everything.
const always = new Date(0);

/** When the period began in which `now` is. */
export function periodStart(now: Date, refill: Quota['refill']): Date {
  switch (refill) {
    case 'day':
      return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()));
    case 'month':
      return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
    case null:
      return always;
  }
}

/** When the quota is refilled, or null for never. */
export function nextRefill(now: Date, refill: Quota['refill']): Date | null {
  switch (refill) {
    case 'day':
      return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));
    case 'month':
      return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
    case null:
      return null;
  }
}

/** When an open window ends. It began at its first use and does not move. */
export function windowEnd(since: Date, { windowSeconds }: RateLimit): Date {
  return new Date(since.getTime() + windowSeconds * secondMs);
}

/**
 * A window as it was read: nothing of it is held yet.
 * @param count as stored, also of a window that is over; null when there never was one.
 */
export function windowAsRead(limit: RateLimit, count: Count | null, now: Date): TokenLease {
  if (count === null || windowEnd(count.since, limit) <= now) return closed(limit.limit);
  const end = windowEnd(count.since, limit);
  return {
    since: count.since.getTime(),
    endsAt: end.getTime(),
    resetsAt: end.toISOString(),
    held: 0,
    left: Math.max(0, limit.limit - count.used),
  };
}

/** The same for a quota. */
export function quotaAsRead(quota: Quota, count: Count | null, now: Date): TokenLease {
  if (count === null || count.since < periodStart(now, quota.refill)) return closed(quota.limit);
  const end = nextRefill(now, quota.refill);
  return {
    since: count.since.getTime(),
    endsAt: end === null ? Infinity : end.getTime(),
    resetsAt: end === null ? null : end.toISOString(),
    held: 0,
    left: Math.max(0, quota.limit - count.used),
  };
}

/** A counter that nobody has begun: all of it is left, and none of it can be held. */
export function closed(limit: number): TokenLease {
  return { since: NaN, endsAt: -Infinity, resetsAt: null, held: 0, left: limit };
}

/** @param count as stored, also of a period that is over; null when there never was one. */
export function quotaLeft(quota: Quota, count: Count | null, now: Date): QuotaLeft {
  return { ...quota, remaining: quotaAsRead(quota, count, now).left };
}

/** Whole seconds from now until then, at least one. */
export function secondsUntil(then: Date, now: Date): number {
  return Math.max(1, Math.ceil((then.getTime() - now.getTime()) / secondMs));
}
