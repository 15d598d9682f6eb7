import { dayMs, minuteMs } from '../platform';

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
 * Reads a requested expiry.
 * @param asked an ISO 8601 moment, or a bare date, which means the end of that UTC day.
 * @param latest the last moment the policy allows, or null.
 */
export function chooseExpiry(asked: string, now: Date, latest: Date | null): ExpiryChoice {
  const bareDate = /^\d{4}-\d{2}-\d{2}$/.test(asked);
  const begin = new Date(asked).getTime();
  const wanted = bareDate ? begin + dayMs - 1 : begin;
  if (wanted <= now.getTime()) return { ok: false, reason: 'in-the-past' };
  if (latest === null || wanted <= latest.getTime()) return { ok: true, expiresAt: new Date(wanted) };
  // The last day is allowed if a part of it is.
  const tolerated = bareDate ? begin < latest.getTime() : wanted <= latest.getTime() + graceMs;
  return tolerated ? { ok: true, expiresAt: latest } : { ok: false, reason: 'beyond-the-maximum' };
}
