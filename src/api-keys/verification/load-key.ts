import { Inject, Injectable } from '@nestjs/common';
import { type Logger } from 'pino';
import { Urgent } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { LOGGER } from '../../platform/logging';
import { Keyring } from '../keyring';
import { closedRecord } from './closed-record';
import { type KeyRecord } from './key-record';
import { SharedAbilities } from './shared-abilities';
import { type KeyRecordRow, toRecord } from './to-record';

/** Finds the key of a presented secret: one statement that reads everything the decision needs, of whatever company. */
@Injectable()
export class LoadKey {
  private readonly abilities = new SharedAbilities();

  constructor(
    private readonly urgent: Urgent,
    private readonly keyring: Keyring,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /** @returns null when no key has this secret. Throws when the database does not answer: that is not "unknown". */
  bySecret(text: string): Promise<KeyRecord | null> {
    const digests = this.keyring.digests(text);
    return this.load(`s.digest IN (${digests.map(() => '?').join(', ')})`, digests);
  }

  /** The same for a session that was opened with a key. */
  byId(keyId: string, secretId: string): Promise<KeyRecord | null> {
    return this.load('s.key_id = ? AND s.id = ?', [keyId, secretId]);
  }

  private async load(condition: string, parameters: readonly unknown[]): Promise<KeyRecord | null> {
    const query = `${oneStatement} WHERE ${condition}`;
    const rows = await managerOf(this.urgent).query<KeyRecordRow[]>(query, [...parameters]);
    const [row] = rows;
    return row === undefined ? null : this.read(row, rows);
  }

  /** A row that cannot be understood closes its key, and no other. */
  private read(row: KeyRecordRow, rows: readonly KeyRecordRow[]): KeyRecord {
    try {
      return toRecord(row, rows, (permissions) => this.abilities.of(permissions));
    } catch (err) {
      this.log.error({ err, keyId: row.id }, 'a key cannot be understood as it is stored, and is closed');
      return closedRecord(row);
    }
  }
}

/** One row for each role of the owner; one row for a key of no one. */
const oneStatement = `
  SELECT k.id, k.kind, k.name, k.permissions, k.allowed_addresses, k.rate_limits, k.quota, k.revoked_at, k.product_code,
         s.id AS secret_id, s.pepper_version, s.issued_at, s.expires_at, s.ends_at,
         c.id AS company_id, c.name AS company_name, c.slug, c.status, p.enabled, p.max_lifetime_days,
         pr.grants, a.status AS activation,
         u.id AS owner_id, u.username, m.status AS member_status, r.system_code, r.permissions AS role_permissions
  FROM key_secrets s
  JOIN api_keys k ON k.company_id = s.company_id AND k.id = s.key_id
  JOIN companies c ON c.id = k.company_id
  JOIN key_policies p ON p.company_id = k.company_id AND p.kind = k.kind
  LEFT JOIN products pr ON pr.code = k.product_code
  LEFT JOIN product_activations a ON a.company_id = k.company_id AND a.product_code = k.product_code
  LEFT JOIN users u ON u.id = k.owner_id
  LEFT JOIN members m ON m.company_id = k.company_id AND m.user_id = k.owner_id AND m.created_at <= k.created_at
  LEFT JOIN member_roles mr ON mr.company_id = m.company_id AND mr.user_id = m.user_id
  LEFT JOIN roles r ON r.company_id = mr.company_id AND r.id = mr.role_id`;
