import { dayMs } from '../platform';
import { type KeyStatus } from './key-status';

/*
 * The rules of `key-status.ts` and `expiry.ts` as SQL, for lists that filter and counts that limit. The aliases are those of
 * `key-rows.ts`. A property test holds the two against each other.
 */

const expired = `((secret.expiresAt IS NOT NULL AND secret.expiresAt <= :now)
  OR (policy.maxLifetimeDays IS NOT NULL AND secret.issuedAt + policy.maxLifetimeDays * ${dayMs} <= :now))`;

const usable = `(policy.enabled = :on AND (key.productCode IS NULL OR activation.status = :enabled)
  AND (key.ownerId IS NULL OR owner.status = :activeMember))`;

const conditions: Record<Exclude<KeyStatus, 'suspended'>, string> = {
  revoked: 'key.revokedAt IS NOT NULL',
  expired: `key.revokedAt IS NULL AND ${expired}`,
  disabled: `key.revokedAt IS NULL AND NOT ${expired} AND (${usable}) IS NOT TRUE`,
  active: `key.revokedAt IS NULL AND NOT ${expired} AND ${usable}`,
};

/** A condition with its parameters, as `ScopedQuery.and` takes them. */
export type Condition = readonly [sql: string, parameters: Readonly<Record<string, unknown>>];

/** Keys of this status. In a suspended company that is the status of all. */
export function hasStatus(status: KeyStatus, now: Date, companySuspended: boolean): Condition {
  if (companySuspended || status === 'suspended') {
    return [companySuspended && status === 'suspended' ? '1 = 1' : '1 = 0', {}];
  }
  return [conditions[status], { now: now.getTime(), on: 1, enabled: 'enabled', activeMember: 'active' }];
}

/** Keys that count against `maxActive`: neither revoked nor expired. */
export function countsAsActive(now: Date): Condition {
  return [`key.revokedAt IS NULL AND NOT ${expired}`, { now: now.getTime() }];
}

/** Keys that would expire earlier if the policy's maximum became this. */
export function wouldBeCapped(maxLifetimeDays: number): Condition {
  return [
    `(secret.expiresAt IS NULL OR secret.expiresAt > secret.issuedAt + :capMs)
      AND (policy.maxLifetimeDays IS NULL OR policy.maxLifetimeDays > :capDays)`,
    { capMs: maxLifetimeDays * dayMs, capDays: maxLifetimeDays },
  ];
}
