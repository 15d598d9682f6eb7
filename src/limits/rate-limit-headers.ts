import { secondMs } from '../platform';
import { type LimitOutcome, type QuotaLeft, type WindowLeft } from './limit-outcome';
import { nextRefill, periodStart, secondsUntil } from './periods';

/**
 * What an answer to a key says of its limits, as draft-ietf-httpapi-ratelimit-headers-11 has it. `RateLimit-Policy` names
 * every window, and the quota where it is refilled; `RateLimit` says what is left of the tightest of them: the one with the
 * least left in proportion to its limit, and of two alike the one that lasts longer. A quota without a refill has no end
 * that a client could wait for, and is in neither.
 * @returns no headers for a key without limits.
 */
export function rateLimitHeaders(outcome: LimitOutcome, now: Date): Readonly<Record<string, string>> {
  const policies = policiesOf(outcome, now);
  const [first, ...others] = policies;
  if (first === undefined) return none;
  const tightest = others.reduce((one, other) => (isTighter(other, one) ? other : one), first);
  return {
    'ratelimit-policy': policies
      .map(({ name, limit, seconds }) => `"${name}";q=${limit};w=${seconds}`)
      .join(', '),
    ratelimit: `"${tightest.name}";r=${tightest.remaining}${resetOf(tightest, now)}`,
  };
}

const none = Object.freeze({});

interface Policy {
  /** Letters, digits, hyphens and dots: what stands in quotes as it is. */
  readonly name: string;
  readonly limit: number;
  readonly seconds: number;
  readonly remaining: number;
  /** Null while no window is open. */
  readonly resetsAt: Date | null;
}

function policiesOf({ rateLimits, quota }: LimitOutcome, now: Date): Policy[] {
  const policies = rateLimits.map(windowPolicy);
  const refilled = quota && quotaPolicy(quota, rateLimits, now);
  return refilled === null ? policies : [...policies, refilled];
}

function windowPolicy({ name, limit, windowSeconds, remaining, resetsAt }: WindowLeft): Policy {
  return {
    name,
    limit,
    seconds: windowSeconds,
    remaining,
    resetsAt: resetsAt === null ? null : new Date(resetsAt),
  };
}

function quotaPolicy(
  { limit, refill, remaining }: QuotaLeft,
  windows: readonly WindowLeft[],
  now: Date,
): Policy | null {
  const resetsAt = nextRefill(now, refill);
  if (resetsAt === null || refill === null) return null;
  const seconds = (resetsAt.getTime() - periodStart(now, refill).getTime()) / secondMs;
  // A window may be called "quota". No window has a dot in its name.
  const name = windows.some((window) => window.name === 'quota') ? `quota.${refill}` : 'quota';
  return { name, limit, seconds, remaining, resetsAt };
}

function isTighter(one: Policy, other: Policy): boolean {
  // Crosswise, which spares a division whose rounding could call two alike different.
  const difference = one.remaining * other.limit - other.remaining * one.limit;
  return difference < 0 || (difference === 0 && one.seconds > other.seconds);
}

function resetOf({ resetsAt }: Policy, now: Date): string {
  return resetsAt === null ? '' : `;t=${secondsUntil(resetsAt, now)}`;
}
