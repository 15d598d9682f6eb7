import { type Verdict } from '../verdict';

/**
 * When a use may succeed again that a limit denied: where the last of the exhausted windows ends, or where the quota is refilled.
 *
 * @param now milliseconds since 1970
 * @returns whole seconds, at least 1; null where waiting does not help or no limit denied it
 */
export function retryAfterOf(verdict: Verdict, cost: number, now: number): number | null {
  if (verdict.code === 'RATE_LIMITED') {
    const exhausted = verdict.rateLimits.filter(({ remaining }) => remaining < cost);
    if (exhausted.some(({ limit }) => limit < cost)) return null;
    return secondsUntil(Math.max(...exhausted.map(({ resetsAt }) => Date.parse(resetsAt ?? ''))), now);
  }
  const quota = verdict.code === 'USAGE_EXCEEDED' ? verdict.quota : null;
  if (quota === null || quota.refill === null || quota.limit < cost) return null;
  return secondsUntil(nextRefill(quota.refill, new Date(now)), now);
}

/** The next beginning of a day or a month in UTC. */
function nextRefill(refill: 'day' | 'month', now: Date): number {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  return refill === 'day' ? Date.UTC(year, month, day + 1) : Date.UTC(year, month + 1, 1);
}

function secondsUntil(at: number, now: number): number | null {
  return Number.isFinite(at) ? Math.max(1, Math.ceil((at - now) / 1_000)) : null;
}
