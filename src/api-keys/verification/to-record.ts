import {
  CompanyPermissions,
  type Permission,
  type PermissionCatalogue,
  type SystemRoleCode,
} from '../../../libs/permissions';
import { quotaSchema, rateLimitsSchema } from '../../limits';
import { toCount, toFlag, toJson, toTime, unreadable } from '../../platform/database';
import { type OfferRow, toOffers } from '../../products';
import { allowedAddressesSchema } from '../addresses';
import { storedPermissions } from '../api-key.entity';
import { factsOf, isReadable, type StoredKey, unreadableParts } from '../key-facts';
import { permissionsOfKey } from '../key-rights';
import { type KeyOwner, type KeyRecord } from './key-record';
import { type SharedRights } from './shared-rights';

type StoredTime = number | string | null;

/** A row of the one statement in `holder-statement.ts`. */
export interface KeyRecordRow extends OfferRow {
  readonly id: string;
  readonly secret_id: string;
  readonly pepper_version: string;
  readonly kind: string;
  readonly environment: string;
  readonly name: string | null;
  readonly has_metadata: number | string;
  readonly permissions: string | null;
  readonly allowed_addresses: string | null;
  readonly rate_limits: string | null;
  readonly quota: string | null;
  readonly created_at: number | string;
  readonly disabled_at: StoredTime;
  readonly revoked_at: StoredTime;
  readonly deleted_at: StoredTime;
  readonly product_code: string | null;
  readonly issued_at: number | string;
  readonly expires_at: StoredTime;
  readonly superseded_at: StoredTime;
  readonly ends_at: StoredTime;
  readonly seen_by: StoredTime;
  readonly foreign_algorithm: string | null;
  readonly company_id: string;
  readonly company_name: string;
  readonly slug: string;
  readonly status: string;
  readonly time_zone: string;
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
 * Combines the rows of one key.
 * @param row the first of them, for the columns that all share.
 * @param rights the lists and abilities that keys share.
 * @throws for a broken row, and says which part is broken.
 */
export function toRecord(
  row: KeyRecordRow,
  rows: readonly KeyRecordRow[],
  catalogue: PermissionCatalogue,
  rights: SharedRights,
): KeyRecord {
  const key = storedKeyOf(row);
  if (!isReadable(key)) throw new Error(`No service wrote this ${unreadableParts(key).join(', ')}`);
  const all = new CompanyPermissions(catalogue, toOffers(rows));
  const ceiling = ceilingOf(row, rows, all);
  const held = permissionsOfKey(all, key, key.permissions, ceiling);
  const { company_id: companyId, company_name: name, slug, time_zone: timeZone } = row;
  const facts = factsOf(key);
  return Object.freeze({
    id: row.id,
    secretId: row.secret_id,
    ...{ pepperVersion: row.pepper_version, foreign: row.foreign_algorithm !== null },
    kind: key.kind,
    environment: key.environment,
    name: row.name,
    hasMetadata: Number(row.has_metadata) === 1,
    company: { id: companyId, name, slug, suspended: facts.companySuspended, timeZone },
    product: key.productCode,
    owner: ownerOf(row, ceiling ?? []),
    ...{ facts, issuedAt: key.secret.issuedAt },
    allowedAddresses: key.allowedAddresses,
    limited: { companyId, keyId: row.id, rateLimits: key.rateLimits ?? [], quota: key.quota },
    ...rights.of(held, all),
  });
}

/** The columns in the shape that lists read, too. */
function storedKeyOf(row: KeyRecordRow) {
  return {
    kind: row.kind,
    environment: row.environment,
    productCode: row.product_code,
    ownerId: row.owner_id,
    permissions: toJson(storedPermissions, row.permissions),
    allowedAddresses: toJson(allowedAddressesSchema, row.allowed_addresses),
    rateLimits: toJson(rateLimitsSchema, row.rate_limits),
    quota: toJson(quotaSchema, row.quota),
    createdAt: toTime(row.created_at),
    disabledAt: toTime(row.disabled_at),
    revokedAt: toTime(row.revoked_at),
    deletedAt: toTime(row.deleted_at),
    company: { status: row.status },
    secret: {
      issuedAt: toTime(row.issued_at),
      expiresAt: toTime(row.expires_at),
      supersededAt: toTime(row.superseded_at),
      endsAt: toTime(row.ends_at),
      seenBy: toTime(row.seen_by),
    },
    policy: { enabled: toFlag(row.enabled), maxLifetimeDays: toCount(row.max_lifetime_days) },
    activation: row.activation === null ? null : { status: row.activation },
    owner: row.member_status === null ? null : { status: row.member_status },
  } satisfies StoredKey;
}

/** The most that the key can have at this moment: what its product has and grants, or what its owner has. */
function ceilingOf(
  row: KeyRecordRow,
  rows: readonly KeyRecordRow[],
  all: CompanyPermissions,
): readonly Permission[] | null {
  const code = row.product_code;
  if (code !== null) return [...all.read(grantedBy(row.grants) ?? []), ...all.ofProduct(code)];
  if (row.owner_id === null) return null;
  const held = rows.flatMap(({ system_code: systemCode, role_permissions: permissions }) =>
    all.ofRole({ systemCode, permissions: grantedBy(permissions) }),
  );
  return [...new Set(held)];
}

/** Part of what a product or a role grants must not pass for all of it. @throws for a broken list. */
function grantedBy(text: string | null): string[] | null {
  const granted = toJson(storedPermissions, text);
  if (granted === unreadable) throw new Error('The grants of its product or of a role cannot be read');
  return granted;
}

function ownerOf(row: KeyRecordRow, held: readonly Permission[]): KeyOwner | null {
  if (row.owner_id === null || row.username === null) return null;
  return { id: row.owner_id, username: row.username, signInGranted: held.includes('keys.personal:sign-in') };
}
