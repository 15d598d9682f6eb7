import { unreadable, type Unreadable } from '../platform/database';
import { type FoundKeyRow, type KeyRow } from './key-rows';
import { fitTogether, isDays, isKind, isMoment } from './stored';

/**
 * Whether a row holds nothing but what our services write. A key that does not is `broken`: the door refuses it, and nothing
 * can be done to it but to end it. `key-conditions.ts` says the same in SQL, as far as SQL sees into JSON.
 */
export function isSound<R extends FoundKeyRow>(row: R): row is R & KeyRow {
  const { secret, policy } = row;
  const { kind, productCode, ownerId } = row;
  if (secret === null || policy === null || !isKind(kind)) return false;
  const { supersededAt, endsAt } = secret;
  return (
    supersededAt === null &&
    fitTogether({ kind, productCode, ownerId, supersededAt, endsAt }) &&
    [row.permissions, row.allowedAddresses, row.rateLimits, row.quota].every((one) => one !== unreadable) &&
    [row.createdAt, row.revokedAt, row.deletedAt, secret.issuedAt, secret.expiresAt].every(isMomentOrNone) &&
    // Typed as a flag, and null where what is stored is none.
    typeof policy.enabled === 'boolean' &&
    (policy.maxLifetimeDays === null || isDays(policy.maxLifetimeDays))
  );
}

export function isMomentOrNone(time: Date | null): boolean {
  return time === null || isMoment(time);
}

/** A value as far as it can be shown: nothing in place of what cannot be read. */
export function readable<T>(value: T | Unreadable): T | null {
  return value === unreadable ? null : value;
}
