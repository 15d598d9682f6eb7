import {
  type Ability,
  type KeyKind,
  knownPermissions,
  type Permission,
  type SystemRoleCode,
} from '../../../libs/permissions';
import { permissionsOfRole } from '../../roles';
import { effectiveExpiry } from '../expiry';
import { permissionsOfKey } from '../key-rights';
import { type KeyFacts } from '../key-status';
import { type KeyOwner, type KeyRecord } from './key-record';
import { fitTogether, stored } from '../stored';

type StoredTime = number | string | null;

/** A row of the one statement in `holder-statement.ts`. */
export interface KeyRecordRow {
  readonly id: string;
  readonly secret_id: string;
  readonly pepper_version: string;
  readonly kind: string;
  readonly name: string | null;
  readonly permissions: string | null;
  readonly allowed_addresses: string | null;
  readonly rate_limits: string | null;
  readonly quota: string | null;
  readonly revoked_at: StoredTime;
  readonly product_code: string | null;
  readonly issued_at: number | string;
  readonly expires_at: StoredTime;
  readonly superseded_at: StoredTime;
  readonly ends_at: StoredTime;
  readonly company_id: string;
  readonly company_name: string;
  readonly slug: string;
  readonly status: string;
  readonly enabled: number | null;
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
 * Puts the rows of one key together.
 * @param row the first of them, for what all have in common.
 * @param abilityOf gives the ability of a list of permissions, which keys may share.
 * @throws for a row that holds what no service of ours writes.
 */
export function toRecord(
  row: KeyRecordRow,
  rows: readonly KeyRecordRow[],
  abilityOf: (permissions: readonly Permission[]) => Ability,
): KeyRecord {
  const kind = kindOf(row);
  const ceiling = ceilingOf(row, rows);
  const permissions = permissionsOfKey(kind, stored.permissions(row.permissions), ceiling);
  const { company_id: companyId, company_name: name, slug } = row;
  return Object.freeze({
    id: row.id,
    secretId: row.secret_id,
    pepperVersion: row.pepper_version,
    kind,
    name: row.name,
    company: { id: companyId, name, slug, suspended: row.status === 'suspended' },
    product: row.product_code,
    owner: ownerOf(row, ceiling ?? []),
    facts: factsOf(row),
    allowedAddresses: stored.addresses(row.allowed_addresses),
    limited: {
      companyId,
      keyId: row.id,
      rateLimits: stored.rateLimits(row.rate_limits) ?? [],
      quota: stored.quota(row.quota),
    },
    permissions,
    ability: abilityOf(permissions),
  });
}

function kindOf(row: KeyRecordRow): KeyKind {
  const kind = stored.kind(row.kind);
  const ends = { supersededAt: stored.time(row.superseded_at), endsAt: stored.time(row.ends_at) };
  if (!fitTogether({ kind, productCode: row.product_code, ownerId: row.owner_id, ...ends }))
    throw new Error(`A ${kind} key has what belongs to another kind, or a secret with half of an end`);
  return kind;
}

function factsOf(row: KeyRecordRow): KeyFacts {
  const maxLifetimeDays = row.max_lifetime_days === null ? null : stored.days(row.max_lifetime_days);
  const life = { issuedAt: stored.moment(row.issued_at), expiresAt: stored.time(row.expires_at) };
  return {
    companySuspended: stored.companyStatus(row.status) === 'suspended',
    revokedAt: stored.time(row.revoked_at),
    endsAt: stored.time(row.ends_at),
    expiresAt: effectiveExpiry(life, maxLifetimeDays),
    kindEnabled: stored.flag(row.enabled),
    productEnabled: row.product_code === null || row.activation === 'enabled',
    ownerActive: row.owner_id === null || row.member_status === 'active',
  };
}

/** What the key can hold at most at this moment: what its product grants, or what its owner holds. */
function ceilingOf(row: KeyRecordRow, rows: readonly KeyRecordRow[]): readonly Permission[] | null {
  if (row.product_code !== null) return knownPermissions(stored.permissions(row.grants) ?? []);
  if (row.owner_id === null) return null;
  const held = rows.flatMap(({ system_code: systemCode, role_permissions: permissions }) =>
    permissionsOfRole({ systemCode, permissions: stored.permissions(permissions) }),
  );
  return [...new Set(held)];
}

function ownerOf(row: KeyRecordRow, held: readonly Permission[]): KeyOwner | null {
  if (row.owner_id === null || row.username === null) return null;
  return { id: row.owner_id, username: row.username, signInGranted: held.includes('keys.personal:sign-in') };
}
