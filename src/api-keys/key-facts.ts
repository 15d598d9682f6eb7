import { type KeyEnvironment, keyEnvironments } from '../../libs/api-key';
import { type KeyKind, keyKinds } from '../../libs/permissions';
import { isCompanyStatus } from '../companies';
import { type Quota, type RateLimit } from '../limits';
import { unreadable, type Unreadable } from '../platform/database';
import { effectiveExpiry, type SecretLife } from './expiry';
import { isOwned } from './key-kind';
import { type KeyFacts } from './key-status';

/*
 * The only code that reads what a key's standing depends on. Lists and verification both bring their rows into
 * the shape of `StoredKey` and use this, so that a key which is listed as `broken` is refused, and vice versa.
 */

/** A key as it is stored. SQLite stores any value in any column, so nothing here is certain before `isReadable` has checked it. */
export interface StoredKey {
  readonly kind: string;
  readonly environment: string;
  readonly productCode: string | null;
  readonly ownerId: string | null;
  readonly permissions: readonly string[] | null | Unreadable;
  readonly allowedAddresses: readonly string[] | null | Unreadable;
  readonly rateLimits: readonly RateLimit[] | null | Unreadable;
  readonly quota: Quota | null | Unreadable;
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly revokedAt: Date | null;
  readonly deletedAt: Date | null;
  readonly company: { readonly status: string } | null;
  readonly secret: (SecretLife & SecretEnd) | null;
  readonly policy: { readonly enabled: boolean | null; readonly maxLifetimeDays: number | null } | null;
  readonly activation: { readonly status: string } | null;
  readonly owner: { readonly status: string } | null;
}

interface SecretEnd {
  readonly supersededAt: Date | null;
  readonly endsAt: Date | null;
}

/** The same, after `isReadable` has accepted it. */
export type ReadableKey<K extends StoredKey = StoredKey> = K & {
  readonly [P in 'permissions' | 'allowedAddresses' | 'rateLimits' | 'quota']: Exclude<K[P], Unreadable>;
} & {
  readonly kind: KeyKind;
  readonly environment: KeyEnvironment;
  readonly company: NonNullable<K['company']>;
  readonly secret: NonNullable<K['secret']>;
  readonly policy: NonNullable<K['policy']>;
};

/**
 * Whether a key holds only values that our services write. Otherwise it is `broken`: it is refused everywhere, and
 * can only be revoked or deleted. `key-conditions.ts` has the same in SQL, as far as SQL can check JSON.
 */
export function isReadable<K extends StoredKey>(key: K): key is ReadableKey<K> {
  return unreadableParts(key).length === 0;
}

/** What decides the standing of a key in `key-status.ts`. */
export function factsOf(key: ReadableKey): KeyFacts {
  return {
    companySuspended: key.company.status === 'suspended',
    revokedAt: key.revokedAt,
    endsAt: key.secret.endsAt,
    expiresAt: effectiveExpiry(key.secret, key.policy.maxLifetimeDays),
    disabledAt: key.disabledAt,
    kindEnabled: key.policy.enabled === true,
    productEnabled: key.productCode === null || key.activation?.status === 'enabled',
    ownerActive: key.ownerId === null || key.owner?.status === 'active',
  };
}

/** Which parts of a key cannot be read, for the log. Empty for every key that only our services have written. */
export function unreadableParts(key: StoredKey): string[] {
  const { secret, policy } = key;
  const checks: Readonly<Record<string, boolean>> = {
    kind: isKind(key.kind) && hasWhatItsKindHas(key),
    environment: isEnvironment(key.environment),
    permissions: key.permissions !== unreadable && (key.kind !== 'machine' || key.permissions !== null),
    'allowed addresses': key.allowedAddresses !== unreadable,
    'rate limits': key.rateLimits !== unreadable,
    quota: key.quota !== unreadable,
    'creation time': isMoment(key.createdAt),
    'disabling time': isMomentOrNone(key.disabledAt),
    'revocation time': isMomentOrNone(key.revokedAt),
    'deletion time': isMomentOrNone(key.deletedAt),
    'status of the company': key.company !== null && isCompanyStatus(key.company.status),
    secret:
      secret !== null && isMoment(secret.issuedAt) && [secret.expiresAt, secret.seenBy].every(isMomentOrNone),
    'end of the secret': secret !== null && isWholeEnd(secret),
    policy: policy !== null && typeof policy.enabled === 'boolean' && isDaysOrNone(policy.maxLifetimeDays),
  };
  return Object.keys(checks).filter((part) => checks[part] !== true);
}

// An invalid date is neither before nor after any other, so it would never be reached.
export const lastMomentMs = Date.UTC(10_000, 0);
export const maxDays = 10_000_000;

export function isMomentOrNone(time: Date | null): boolean {
  return time === null || isMoment(time);
}

/** A value for display, or null where it cannot be read. */
export function readable<T>(value: T | Unreadable): T | null {
  return value === unreadable ? null : value;
}

function isKind(text: string): text is KeyKind {
  return keyKinds.some((kind) => kind === text);
}

/** The environment of a key; where the stored one is invalid, `test`, which opens the least. */
export function environmentOf({ environment }: Pick<StoredKey, 'environment'>): KeyEnvironment {
  return isEnvironment(environment) ? environment : 'test';
}

function isEnvironment(text: string): text is KeyEnvironment {
  return keyEnvironments.some((environment) => environment === text);
}

/** A product key without its product, or a personal or machine key without its owner, has no ceiling, and would allow more than was meant. */
function hasWhatItsKindHas({ kind, productCode, ownerId }: StoredKey): boolean {
  return (productCode !== null) === (kind === 'product') && (ownerId !== null) === isOwned(kind);
}

function isMoment(time: Date): boolean {
  return Math.abs(time.getTime()) <= lastMomentMs;
}

/** A superseded secret without an end would never stop working. */
function isWholeEnd({ supersededAt, endsAt }: SecretEnd): boolean {
  return (supersededAt === null) === (endsAt === null) && [supersededAt, endsAt].every(isMomentOrNone);
}

function isDaysOrNone(count: number | null): boolean {
  return count === null || (Number.isInteger(count) && count >= 0 && count <= maxDays);
}
