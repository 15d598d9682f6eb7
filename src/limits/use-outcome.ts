import { available, type TokenLease } from './token-lease';
import { type LimitOutcome, type LimitsLeft, type WindowLeft } from './limit-outcome';
import { type LimitedKey } from './limited-key';
import { nextRefill, secondsUntil } from './periods';

/* What is said of a use, once it was counted or refused. What is held here is still left. */

export function counted(key: LimitedKey, leases: readonly TokenLease[]): LimitOutcome {
  return { ok: true, rateLimits: windowsLeft(key, leases), quota: quotaOf(key, leases) };
}

/** @param exhausted the places of the counters that have not enough; a window is named before the quota. */
export function refused(
  key: LimitedKey,
  leases: readonly TokenLease[],
  cost: number,
  exhausted: readonly number[],
  now: Date,
): LimitOutcome {
  const windows = exhausted.filter((at) => at < key.rateLimits.length);
  const left: LimitsLeft = { rateLimits: windowsLeft(key, leases), quota: quotaOf(key, leases) };
  if (windows.length === 0) {
    const refill = cost > (key.quota?.limit ?? 0) ? null : nextRefill(now, key.quota?.refill ?? null);
    const retryAfterSeconds = refill === null ? null : secondsUntil(refill, now);
    return { ok: false, reason: 'USAGE_EXCEEDED', retryAfterSeconds, ...left };
  }
  // A cost of more than a whole window is never counted; otherwise the last of the windows to end decides.
  const hopeless = windows.some((at) => cost > (key.rateLimits[at]?.limit ?? 0));
  const endsAt = Math.max(...windows.map((at) => leases[at]?.endsAt ?? 0));
  const retryAfterSeconds = hopeless ? null : secondsUntil(new Date(endsAt), now);
  return { ok: false, reason: 'RATE_LIMITED', retryAfterSeconds, ...left };
}

// Written out, and with a plain loop, because every request of a limited key comes by here.
function windowsLeft({ rateLimits }: LimitedKey, leases: readonly TokenLease[]): WindowLeft[] {
  const windows: WindowLeft[] = [];
  for (let at = 0; at < rateLimits.length; at += 1) {
    const limit = rateLimits[at];
    const lease = leases[at];
    if (limit === undefined || lease === undefined) break;
    windows.push({
      name: limit.name,
      limit: limit.limit,
      windowSeconds: limit.windowSeconds,
      remaining: available(lease),
      resetsAt: lease.resetsAt,
    });
  }
  return windows;
}

function quotaOf({ rateLimits, quota }: LimitedKey, leases: readonly TokenLease[]): LimitsLeft['quota'] {
  const lease = leases[rateLimits.length];
  if (quota === null || lease === undefined) return null;
  return { limit: quota.limit, refill: quota.refill, remaining: available(lease) };
}
