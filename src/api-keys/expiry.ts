import { dayMs, minuteMs } from '../platform';
import { type AskedTime } from '../platform/time-zones';

/* Expiry belongs to a secret: the earliest of what is stored, its issue time plus the policy's maximum, and the end of an imported one that nobody uses. */

export interface SecretLife {
  readonly issuedAt: Date;
  /** As stored. */
  readonly expiresAt: Date | null;
  /** When an imported secret ends unless it is used before; null for one that was used, and any other. */
  readonly seenBy: Date | null;
}

/** When a secret stops working, or null for never. Computed each time, so that a policy holds as soon as it is changed. */
export function effectiveExpiry(life: SecretLife, maxLifetimeDays: number | null): Date | null {
  return earlier(earlier(life.expiresAt, latestExpiry(life.issuedAt, maxLifetimeDays)), life.seenBy);
}

/** Null is never. */
function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

/** The last moment the policy allows a secret issued then, or null for no limit. */
export function latestExpiry(issuedAt: Date, maxLifetimeDays: number): Date;
export function latestExpiry(issuedAt: Date, maxLifetimeDays: number | null): Date | null;
export function latestExpiry(issuedAt: Date, maxLifetimeDays: number | null): Date | null {
  return maxLifetimeDays === null ? null : new Date(issuedAt.getTime() + maxLifetimeDays * dayMs);
}

export type ExpiryChoice =
  | { readonly ok: true; readonly expiresAt: Date }
  | { readonly ok: false; readonly reason: 'in-the-past' | 'beyond-the-maximum' };

// Clocks differ: a client that requests exactly the maximum may already be slightly past it.
const graceMs = minuteMs;

/**
 * Decides about a requested expiry.
 * @param asked a moment, or a day, which means its end.
 * @param latest the last moment the policy allows, or null.
 */
export function chooseExpiry(
  { first, last: wanted, isDay }: AskedTime,
  now: Date,
  latest: Date | null,
): ExpiryChoice {
  if (wanted <= now) return { ok: false, reason: 'in-the-past' };
  if (latest === null || wanted <= latest) return { ok: true, expiresAt: wanted };
  // The last day is allowed if a part of it is.
  const tolerated = isDay ? first < latest : wanted.getTime() <= latest.getTime() + graceMs;
  return tolerated ? { ok: true, expiresAt: latest } : { ok: false, reason: 'beyond-the-maximum' };
}
