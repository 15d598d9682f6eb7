import { type Quota, type RateLimit } from '../../limits';
import { isBlockWithin, toBlock } from '../../platform/ip';
import { type KeyRow } from '../key-rows';

type Limits = Pick<KeyRow, 'allowedAddresses' | 'rateLimits' | 'quota'>;

/** Whether a key with the limits `after` may be used from more addresses, or more often, than with those `before`. */
export function areLooser(after: Limits, before: Limits): boolean {
  return (
    addAddresses(after.allowedAddresses ?? [], before.allowedAddresses ?? []) ||
    (before.rateLimits ?? []).some((limit) => !isKept(limit, after.rateLimits ?? [])) ||
    (before.quota !== null && allowsMore(after.quota, before.quota))
  );
}

/** An empty list allows any address. A block that several together cover counts as more than these. */
function addAddresses(after: readonly string[], before: readonly string[]): boolean {
  if (before.length === 0) return false;
  const allowed = before.map(toBlock);
  return after.length === 0 || after.some((text) => !isBlockWithin(toBlock(text), allowed));
}

/** Another name or window begins a count of its own, and so is another limit. */
function isKept({ name, windowSeconds, limit }: RateLimit, after: readonly RateLimit[]): boolean {
  return after.some(
    (kept) => kept.name === name && kept.windowSeconds === windowSeconds && kept.limit <= limit,
  );
}

const refillsPerMonth = { never: 0, month: 1, day: 31 };

function allowsMore(after: Quota | null, before: Quota): boolean {
  if (after === null) return true;
  const refills = ({ refill }: Quota): number => refillsPerMonth[refill ?? 'never'];
  return after.limit > before.limit || refills(after) > refills(before);
}
