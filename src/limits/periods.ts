import { secondMs } from '../platform';
import { type Count, type QuotaLeft, type WindowLeft } from './limit-outcome';
import { type Quota, type RateLimit } from './limits.schema';

/* When counters begin anew. Pure, so that the arithmetic can be tested without a database. */

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

/** @param count as stored, also of a window that is over; null when there never was one. */
export function windowLeft(limit: RateLimit, count: Count | null, now: Date): WindowLeft {
  const open = count !== null && windowEnd(count.since, limit) > now ? count : null;
  const remaining = Math.max(0, limit.limit - (open?.used ?? 0));
  return { ...limit, remaining, resetsAt: open === null ? null : windowEnd(open.since, limit).toISOString() };
}

/** @param count as stored, also of a period that is over; null when there never was one. */
export function quotaLeft(quota: Quota, count: Count | null, now: Date): QuotaLeft {
  const current = count !== null && count.since >= periodStart(now, quota.refill) ? count : null;
  return { ...quota, remaining: Math.max(0, quota.limit - (current?.used ?? 0)) };
}

/** Whole seconds from now until then, at least one. */
export function secondsUntil(then: Date, now: Date): number {
  return Math.max(1, Math.ceil((then.getTime() - now.getTime()) / secondMs));
}
