import { dayMs, secondMs } from '../platform';
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
  let tightest = policies[0];
  if (tightest === undefined) return none;
  let names = '';
  for (const policy of policies) {
    names += `${names === '' ? '' : ', '}"${policy.name}";q=${policy.limit};w=${policy.seconds}`;
    if (isTighter(policy, tightest)) tightest = policy;
  }
  return {
    'ratelimit-policy': names,
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
  /** Null while no window is open. Asked of the tightest only, because every request comes by here. */
  readonly resetsAt: () => Date | null;
}

function policiesOf({ rateLimits, quota }: LimitOutcome, now: Date): Policy[] {
  const policies = rateLimits.map(windowPolicy);
  if (quota !== null && quota.refill !== null)
    policies.push(quotaPolicy(quota, quota.refill, rateLimits, now));
  return policies;
}

function windowPolicy({ name, limit, windowSeconds, remaining, resetsAt }: WindowLeft): Policy {
  const end = (): Date | null => (resetsAt === null ? null : new Date(resetsAt));
  return { name, limit, seconds: windowSeconds, remaining, resetsAt: end };
}

function quotaPolicy(
  { limit, remaining }: QuotaLeft,
  refill: 'day' | 'month',
  windows: readonly WindowLeft[],
  now: Date,
): Policy {
  // A window may be called "quota". No window has a dot in its name.
  const name = windows.some((window) => window.name === 'quota') ? `quota.${refill}` : 'quota';
  const seconds = (refill === 'day' ? dayMs : monthMs(now)) / secondMs;
  return { name, limit, seconds, remaining, resetsAt: () => nextRefill(now, refill) };
}

/** How long the month is. */
function monthMs(now: Date): number {
  return (nextRefill(now, 'month') ?? now).getTime() - periodStart(now, 'month').getTime();
}

function isTighter(one: Policy, other: Policy): boolean {
  // Crosswise, which spares a division whose rounding could call two alike different.
  const difference = one.remaining * other.limit - other.remaining * one.limit;
  return difference < 0 || (difference === 0 && one.seconds > other.seconds);
}

function resetOf({ resetsAt }: Policy, now: Date): string {
  const end = resetsAt();
  return end === null ? '' : `;t=${secondsUntil(end, now)}`;
}
