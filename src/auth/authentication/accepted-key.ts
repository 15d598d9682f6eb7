import { endingSoon, type KeyRecord, type Verdict } from '../../api-keys';
import { type LimitOutcome, rateLimitHeaders } from '../../limits';
import { keyRefused } from '../auth.problems';

type Headers = Readonly<Record<string, string>>;

/**
 * The key of a verdict that lets it through.
 * @throws 401, 403 or 429 with the verdict as its code, with what limits there are and when to come again.
 */
export function acceptedKey(verdict: Verdict, now: Date): KeyRecord {
  if (verdict.code === 'VALID') return verdict.key;
  if (verdict.code === 'NOT_FOUND') throw keyRefused('NOT_FOUND');
  const { code, key, limits } = verdict;
  throw keyRefused(code, { ...limitHeaders(key, limits, now), ...retryAfter(limits) });
}

/** What an answer to a key that was accepted says of its limits and its end; null where there is nothing to tell. */
export function keyHeaders(key: KeyRecord, limits: LimitOutcome | null, now: Date): Headers | null {
  const limited = limitHeaders(key, limits, now);
  const end = endHeader(key.facts, now);
  return end === null ? limited : { ...limited, ...end };
}

/** When a key stops working, if that is soon. */
export function endHeader(key: Parameters<typeof endingSoon>[0], now: Date): Headers | null {
  const end = endingSoon(key, now);
  return end === null ? null : { 'kunci-key-expires': end.toISOString() };
}

function limitHeaders({ limited }: KeyRecord, limits: LimitOutcome | null, now: Date): Headers | null {
  const isLimited = limited.rateLimits.length > 0 || limited.quota !== null;
  return isLimited && limits !== null ? rateLimitHeaders(limits, now) : null;
}

function retryAfter(limits: LimitOutcome | null): Headers {
  if (limits === null || limits.ok || limits.retryAfterSeconds === null) return {};
  return { 'retry-after': String(limits.retryAfterSeconds) };
}
