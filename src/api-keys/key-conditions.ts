import { keyEnvironments } from '../../libs/api-key';
import { companyStatuses } from '../companies';
import { dayMs } from '../platform';
import { type Span } from '../usage';
import { lastMomentMs, maxDays } from './key-facts';
import { kindIsKnown } from './key-kind';
import { type KeyStatus } from './key-status';

/*
 * The rules of `key-status.ts` and `expiry.ts` as SQL, for lists that filter and counts that limit. The aliases are those of
 * `key-rows.ts`. A property test compares the two.
 */

const expired = `((secret.expiresAt IS NOT NULL AND secret.expiresAt <= :now)
  OR (secret.seenBy IS NOT NULL AND secret.seenBy <= :now)
  OR (policy.maxLifetimeDays IS NOT NULL AND secret.issuedAt + policy.maxLifetimeDays * ${dayMs} <= :now))`;

const usable = `(key.disabledAt IS NULL AND policy.enabled = :on AND (key.productCode IS NULL OR activation.status = :enabled)
  AND (key.ownerId IS NULL OR owner.status = :activeMember))`;

/**
 * SQLite stores any value in any column: a text is greater than every number, and fractions lie between. The range is that of the rounded
 * value, for which there is no index: SQLite would take one of times to lead to few rows, and read all secrets of a company by it for each key.
 */
const isWhole = (column: string, least = -lastMomentMs, most = lastMomentMs): string =>
  `(ROUND(${column}) BETWEEN ${least} AND ${most} AND ROUND(${column}) = ${column})`;
const isWholeOrNone = (column: string, least?: number, most?: number): string =>
  `(${column} IS NULL OR ${isWhole(column, least, most)})`;
const isJsonOrNone = (column: string): string => `(${column} IS NULL OR JSON_VALID(${column}) = 1)`;

const companyIsKnown = `company.status IN (${companyStatuses.map((status) => `'${status}'`).join(', ')})`;

const environmentIsKnown = `key.environment IN (${keyEnvironments.map((one) => `'${one}'`).join(', ')})`;

/** The conditions of `isReadable`. For JSON, only whether it is valid; the code that reads the rows checks the rest. */
const readable = [
  companyIsKnown,
  environmentIsKnown,
  `secret.supersededAt IS NULL AND secret.endsAt IS NULL AND policy.enabled IN (0, 1) AND ${kindIsKnown}`,
  `(key.productCode IS NOT NULL) = (key.kind = 'product') AND (key.ownerId IS NOT NULL) = (key.kind IN ('personal', 'machine'))`,
  `(key.kind <> 'machine' OR key.permissions IS NOT NULL)`,
  ...['key.createdAt', 'secret.issuedAt'].map((column) => isWhole(column)),
  ...['key.disabledAt', 'key.revokedAt', 'key.deletedAt', 'secret.expiresAt', 'secret.seenBy'].map((column) =>
    isWholeOrNone(column),
  ),
  isWholeOrNone('policy.maxLifetimeDays', 0, maxDays),
  ...['key.permissions', 'key.allowedAddresses', 'key.rateLimits', 'key.quota'].map(isJsonOrNone),
].join(' AND ');

const isRevoked = isWhole('key.revokedAt');
const stands = `key.revokedAt IS NULL AND (${readable})`;

const isSuspended = `company.status = 'suspended'`;

/** For keys of a company that is not suspended. */
const conditions: Record<Exclude<KeyStatus, 'suspended'>, string> = {
  revoked: isRevoked,
  // Too many: those with JSON are sorted out when they are read.
  broken: `(${isRevoked}) IS NOT TRUE AND ((${readable}) IS NOT TRUE
    OR COALESCE(key.permissions, key.allowedAddresses, key.rateLimits, key.quota) IS NOT NULL)`,
  expired: `${stands} AND ${expired}`,
  disabled: `${stands} AND NOT ${expired} AND (${usable}) IS NOT TRUE`,
  active: `${stands} AND NOT ${expired} AND ${usable}`,
};

/** A condition with its parameters, as `ScopedQuery.and` takes them. */
export type Condition = readonly [sql: string, parameters: Readonly<Record<string, unknown>>];

/** Keys of this status, and a few that turn out to be broken. In a suspended company, every key is `suspended`. */
export function hasStatus(status: KeyStatus, now: Date): Condition {
  if (status === 'suspended') return [isSuspended, {}];
  const parameters = { now: now.getTime(), on: 1, enabled: 'enabled', activeMember: 'active' };
  return [`NOT ${isSuspended} AND (${conditions[status]})`, parameters];
}

/** Keys that work and expire until then. */
export function expiresWithin(now: Date, until: Date): Condition {
  const [active, parameters] = hasStatus('active', now);
  const expires = expired.replaceAll(':now', ':until');
  return [`(${active}) AND ${expires}`, { ...parameters, until: until.getTime() }];
}

/** Keys that nobody has used since, as far as that is written. One that was never used counts from when it was made. */
export function isUnusedSince(moment: Date): Condition {
  const lastUse = `SELECT used.last_used_at FROM key_usage used
    WHERE used.company_id = key.companyId AND used.key_id = key.id`;
  return [`COALESCE((${lastUse}), key.createdAt) <= :unusedSince`, { unusedSince: moment.getTime() }];
}

/** Keys that were used or refused in this time, or only others. */
export function isUsedWithin({ fromMs, toMs }: Span, isUsed: boolean): Condition {
  const uses = `SELECT 1 FROM key_usage_hours used WHERE used.company_id = key.companyId AND used.key_id = key.id
    AND used.hour >= :usedFrom AND used.hour < :usedTo`;
  return [`${isUsed ? '' : 'NOT '}EXISTS (${uses})`, { usedFrom: fromMs, usedTo: toMs }];
}

/** Keys that were refused in this hour or a later one. */
export function isFailingSince(hourMs: number): Condition {
  // By the hour as well, for the key and the hour are what the rows are found by.
  const refusals = `SELECT 1 FROM key_usage_hours failing WHERE failing.company_id = key.companyId AND failing.key_id = key.id
    AND failing.hour >= :failingSince AND failing.failing_hour >= :failingSince`;
  return [`EXISTS (${refusals})`, { failingSince: hourMs }];
}

/**
 * Keys made by a person or a service account that is no longer an active member, as far as somebody has to look after them.
 * Service keys of the platform never were one, and a personal key of the maker's own ends with their membership.
 */
export const makerHasLeft: Condition = [
  `key.revokedAt IS NULL AND (key.kind <> 'personal' OR COALESCE(key.ownerId, '') <> key.createdBy)
    AND NOT EXISTS (SELECT 1 FROM members maker
      WHERE maker.company_id = key.companyId AND maker.user_id = key.createdBy AND maker.status = 'active')
    AND NOT EXISTS (SELECT 1 FROM service_keys made WHERE made.id = key.createdBy)`,
  {},
];

/** Revoked keys of a company that is not suspended, by the key alone. */
export const isRevokedByItself: Condition = [`key.revokedAt IS NOT NULL AND ${isRevoked}`, {}];

/** Keys that count against `maxActive`: neither revoked nor expired. A disabled one counts, as it can be enabled again; a broken one until it is revoked. */
export function countsAsActive(now: Date): Condition {
  return [`key.revokedAt IS NULL AND (${expired}) IS NOT TRUE`, { now: now.getTime() }];
}

/** Keys that would expire earlier if the policy's maximum became this. */
export function wouldBeCapped(maxLifetimeDays: number): Condition {
  return [
    `(secret.expiresAt IS NULL OR secret.expiresAt > secret.issuedAt + :capMs)
      AND (secret.seenBy IS NULL OR secret.seenBy > secret.issuedAt + :capMs)
      AND (policy.maxLifetimeDays IS NULL OR policy.maxLifetimeDays > :capDays)`,
    { capMs: maxLifetimeDays * dayMs, capDays: maxLifetimeDays },
  ];
}
