import { Injectable } from '@nestjs/common';
import { abilityFor, type KeyKind } from '../../../libs/permissions';
import { type CompanyStatus } from '../../companies';
import { Reader, toTime } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { effectiveExpiry } from '../expiry';
import { permissionsOfKey } from '../key-rights';
import { Keyring } from '../keyring';
import { type KeyRecord } from './key-record';

/** Finds the key of a presented secret: one statement that reads everything the decision needs, of whatever company. */
@Injectable()
export class LoadKey {
  constructor(
    private readonly reader: Reader,
    private readonly keyring: Keyring,
  ) {}

  /** @returns null when no key has this secret. Throws when the database does not answer: that is not "unknown". */
  async bySecret(text: string): Promise<KeyRecord | null> {
    const digests = this.keyring.digests(text);
    const places = digests.map(() => '?').join(', ');
    const rows: unknown = await managerOf(this.reader).query(
      `${oneStatement} WHERE s.digest IN (${places})`,
      digests,
    );
    // A cast: a raw query is typed unknown; the columns are those of `oneStatement`.
    const [row] = rows as Row[];
    return row === undefined ? null : toRecord(row);
  }
}

const oneStatement = `
  SELECT k.id, k.kind, k.name, k.permissions, k.revoked_at, s.issued_at, s.expires_at, s.ends_at,
         c.id AS company_id, c.name AS company_name, c.slug, c.status, p.enabled, p.max_lifetime_days
  FROM key_secrets s
  JOIN api_keys k ON k.company_id = s.company_id AND k.id = s.key_id
  JOIN companies c ON c.id = k.company_id
  JOIN key_policies p ON p.company_id = k.company_id AND p.kind = k.kind`;

type StoredTime = number | string | null;

interface Row {
  readonly id: string;
  readonly kind: KeyKind;
  readonly name: string | null;
  readonly permissions: string | null;
  readonly revoked_at: StoredTime;
  readonly issued_at: number | string;
  readonly expires_at: StoredTime;
  readonly ends_at: StoredTime;
  readonly company_id: string;
  readonly company_name: string;
  readonly slug: string;
  readonly status: CompanyStatus;
  readonly enabled: number;
  readonly max_lifetime_days: number | string | null;
}

function toRecord(row: Row): KeyRecord {
  const suspended = row.status === 'suspended';
  const permissions = permissionsOfKey(row.kind, storedPermissions(row.permissions));
  const maxLifetimeDays = row.max_lifetime_days === null ? null : Number(row.max_lifetime_days);
  const life = { issuedAt: new Date(Number(row.issued_at)), expiresAt: toTime(row.expires_at) };
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    company: { id: row.company_id, name: row.company_name, slug: row.slug, suspended },
    facts: {
      companySuspended: suspended,
      revokedAt: toTime(row.revoked_at),
      endsAt: toTime(row.ends_at),
      expiresAt: effectiveExpiry(life, maxLifetimeDays),
      kindEnabled: Boolean(row.enabled),
    },
    permissions,
    ability: abilityFor(permissions),
  };
}

function storedPermissions(text: string | null): string[] | null {
  // A cast: the issuing service writes a list of texts. Anything else throws here and so closes this key only.
  return text === null ? null : (JSON.parse(text) as string[]);
}
