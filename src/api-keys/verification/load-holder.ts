import { Inject, Injectable } from '@nestjs/common';
import { type Logger } from 'pino';
import { PermissionCatalogue } from '../../../libs/permissions';
import { FastReader, toTime } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { LOGGER } from '../../platform/logging';
import { preferred } from '../imports/presented-digests';
import { KeySecretEntity } from '../key-secret.entity';
import { ServiceKeyEntity } from '../service-keys';
import { Redigest } from '../upkeep/redigest';
import { closedRecord } from './closed-record';
import { type Holder } from './holder';
import { holderStatement } from './holder-statement';
import { type KeyRecord } from './key-record';
import { SharedRights } from './shared-rights';
import { type KeyRecordRow, toRecord } from './to-record';
import { type ServiceColumns, toServiceKey } from './to-service-key';

/** Finds who holds a presented secret, of any company or of none. */
@Injectable()
export class LoadHolder {
  private readonly rights = new SharedRights();

  constructor(
    private readonly fastReader: FastReader,
    private readonly redigest: Redigest,
    private readonly catalogue: PermissionCatalogue,
    @Inject(LOGGER) private readonly log: Logger,
  ) {}

  /**
   * @param digests that the secret may have.
   * Throws when the database does not answer, which is different from "nobody". */
  async bySecret(text: string, digests: readonly Buffer[]): Promise<Holder> {
    const anyOf = `digest IN (${digests.map(() => '?').join(', ')})`;
    const found = await this.query(holderStatement(`s.${anyOf}`, `v.${anyOf}`), [...digests, ...digests]);
    const rows = ofOneSecret(found);
    this.noteDigests(rows[0], text);
    return this.toHolder(rows);
  }

  /** The same for a session that was opened with a key. */
  async byId(keyId: string, secretId: string): Promise<Holder> {
    return this.toHolder(
      await this.query(holderStatement('s.key_id = ? AND s.id = ?', '1 = 0'), [keyId, secretId]),
    );
  }

  private query(statement: string, parameters: readonly unknown[]): Promise<HolderRow[]> {
    return managerOf(this.fastReader).query<HolderRow[]>(statement, [...parameters]);
  }

  private noteDigests(row: HolderRow | undefined, text: string): void {
    if (row === undefined) return;
    // A hash of another system is no digest of ours, whatever its pepper.
    if (isKey(row) && row.foreign_algorithm === null)
      this.redigest.note(KeySecretEntity, row.secret_id, row.pepper_version, text);
    const { service_id: id, service_pepper: pepper } = row;
    if (id !== null && pepper !== null) this.redigest.note(ServiceKeyEntity, id, pepper, text);
  }

  private toHolder(rows: readonly HolderRow[]): Holder {
    const [row] = rows;
    if (row === undefined) return { key: null, service: null };
    return { key: isKey(row) ? this.read(row, rows.filter(isKey)) : null, service: toServiceKey(row) };
  }

  /** A broken row closes its own key, and no other. */
  private read(row: KeyRecordRow, rows: readonly KeyRecordRow[]): KeyRecord {
    try {
      return toRecord(row, rows, this.catalogue, this.rights);
    } catch (err) {
      this.log.error({ err, keyId: row.id }, 'a key cannot be understood as it is stored, and is closed');
      return closedRecord(row);
    }
  }
}

/** Of a text that was imported twice, by different hashes, one key counts. */
function ofOneSecret(rows: readonly HolderRow[]): readonly HolderRow[] {
  const keys = rows.filter(isKey);
  if (keys.every(({ secret_id: id }) => id === keys[0]?.secret_id)) return rows;
  const secrets = keys.map((row) => ({
    id: row.secret_id,
    foreignAlgorithm: row.foreign_algorithm,
    issuedAt: toTime(row.issued_at),
  }));
  const id = preferred(secrets)?.id;
  return keys.filter((row) => row.secret_id === id);
}

/** A row of the statement; without a key, all columns of the key are null. */
type HolderRow = ServiceColumns & (KeyRecordRow | { readonly id: null });

function isKey(row: HolderRow): row is ServiceColumns & KeyRecordRow {
  return row.id !== null;
}
