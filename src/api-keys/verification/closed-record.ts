import { abilityFor } from '../../../libs/permissions';
import { environmentOf } from '../key-facts';
import { kindOf } from '../key-kind';
import { type KeyFacts } from '../key-status';
import { type KeyRecord } from './key-record';
import { type KeyRecordRow } from './to-record';

const nothing = abilityFor([]);

const closed: KeyFacts = {
  companySuspended: false,
  revokedAt: null,
  endsAt: null,
  expiresAt: null,
  disabledAt: null,
  kindEnabled: false,
  productEnabled: false,
  ownerActive: false,
};

/**
 * The record of a key whose row is broken: it is refused as if its kind were disabled. Its company is still known, so
 * that it stays unknown to all others.
 */
export function closedRecord(row: KeyRecordRow): KeyRecord {
  const { company_id: companyId, company_name: name, slug, time_zone: timeZone } = row;
  return Object.freeze({
    id: row.id,
    secretId: row.secret_id,
    ...{ pepperVersion: row.pepper_version, foreign: false },
    kind: kindOf({ kind: row.kind, productCode: row.product_code, ownerId: row.owner_id }),
    environment: environmentOf(row),
    name: row.name,
    hasMetadata: false,
    company: { id: companyId, name, slug, suspended: false, timeZone },
    product: row.product_code,
    owner: null,
    issuedAt: null,
    facts: closed,
    allowedAddresses: null,
    limited: { companyId, keyId: row.id, rateLimits: [], quota: null },
    permissions: [],
    productPermissions: [],
    ability: nothing,
    verifiedAbility: nothing,
  });
}
