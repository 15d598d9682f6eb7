import {
  abilityFor,
  knownPermissions,
  type Permission,
  type SystemRoleCode,
} from '../../../libs/permissions';
import { type KeyKind } from '../../../libs/permissions';
import { type CompanyStatus } from '../../companies';
import { type Quota, type RateLimit } from '../../limits';
import { toTime } from '../../platform/database';
import { permissionsOfRole } from '../../roles';
import { effectiveExpiry } from '../expiry';
import { permissionsOfKey } from '../key-rights';
import { type KeyFacts } from '../key-status';
import { type KeyOwner, type KeyRecord } from './key-record';

type StoredTime = number | string | null;

/** A row of the one statement in `load-key.ts`. */
export interface KeyRecordRow {
  readonly id: string;
  readonly secret_id: string;
  readonly pepper_version: string;
  readonly kind: KeyKind;
  readonly name: string | null;
  readonly permissions: string | null;
  readonly allowed_addresses: string | null;
  readonly rate_limits: string | null;
  readonly quota: string | null;
  readonly revoked_at: StoredTime;
  readonly product_code: string | null;
  readonly issued_at: number | string;
  readonly expires_at: StoredTime;
  readonly ends_at: StoredTime;
  readonly company_id: string;
  readonly company_name: string;
  readonly slug: string;
  readonly status: CompanyStatus;
  readonly enabled: number;
  readonly max_lifetime_days: number | string | null;
  readonly grants: string | null;
  readonly activation: string | null;
  readonly owner_id: string | null;
  readonly username: string | null;
  readonly member_status: string | null;
  readonly system_code: SystemRoleCode | null;
  readonly role_permissions: string | null;
}

/**
 * Puts the rows of one key together. JSON that is none throws, and so closes that key only.
 * @returns null for no rows.
 */
export function toRecord(rows: readonly KeyRecordRow[]): KeyRecord | null {
  const [row] = rows;
  if (row === undefined) return null;
  const ceiling = ceilingOf(row, rows);
  const permissions = permissionsOfKey(row.kind, parsed(row.permissions) as string[] | null, ceiling);
  const { company_id: id, company_name: name, slug } = row;
  return {
    id: row.id,
    secretId: row.secret_id,
    pepperVersion: row.pepper_version,
    kind: row.kind,
    name: row.name,
    company: { id, name, slug, suspended: row.status === 'suspended' },
    product: row.product_code,
    owner: ownerOf(row, ceiling ?? []),
    facts: factsOf(row),
    allowedAddresses: parsed(row.allowed_addresses) as string[] | null,
    rateLimits: (parsed(row.rate_limits) as RateLimit[] | null) ?? [],
    quota: parsed(row.quota) as Quota | null,
    permissions,
    ability: abilityFor(permissions),
  };
}

function factsOf(row: KeyRecordRow): KeyFacts {
  const maxLifetimeDays = row.max_lifetime_days === null ? null : Number(row.max_lifetime_days);
  const life = { issuedAt: new Date(Number(row.issued_at)), expiresAt: toTime(row.expires_at) };
  return {
    companySuspended: row.status === 'suspended',
    revokedAt: toTime(row.revoked_at),
    endsAt: toTime(row.ends_at),
    expiresAt: effectiveExpiry(life, maxLifetimeDays),
    kindEnabled: Boolean(row.enabled),
    productEnabled: row.product_code === null || row.activation === 'enabled',
    ownerActive: row.owner_id === null || row.member_status === 'active',
  };
}

/** What the key can hold at most at this moment: what its product grants, or what its owner holds. */
function ceilingOf(row: KeyRecordRow, rows: readonly KeyRecordRow[]): readonly Permission[] | null {
  if (row.product_code !== null) return knownPermissions((parsed(row.grants) as string[] | null) ?? []);
  if (row.owner_id === null) return null;
  const held = rows.flatMap(({ system_code: systemCode, role_permissions: permissions }) =>
    permissionsOfRole({ systemCode, permissions: parsed(permissions) as string[] | null }),
  );
  return [...new Set(held)];
}

function ownerOf(row: KeyRecordRow, held: readonly Permission[]): KeyOwner | null {
  if (row.owner_id === null || row.username === null) return null;
  return { id: row.owner_id, username: row.username, signInGranted: held.includes('keys.personal:sign-in') };
}

/** The casts beside each use: these columns are written by services of ours, from values that zod has checked. */
function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
