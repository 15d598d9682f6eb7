import { type FileHandle, open } from 'node:fs/promises';
import { type LogVerdict, verifyLog } from '../../events';
import { dayMs } from '../../platform';
import { type Config } from '../../platform/config';
import { type DatabaseSchema, openDatabase } from '../../platform/database';
import { refuseUnsealed } from './backup-seal';
import { fillDatabase } from './fill-database';
import { readBackup } from './read-backup';

export interface Restored {
  readonly createdAt: string;
  readonly rows: number;
  /** Whether the chain of the restored event log holds. */
  readonly log: LogVerdict;
}

/**
 * Puts a backup into an empty database, all of it or nothing, and checks the event log.
 * @throws RestoreRefused, DatabaseInUse, or what the database says; then it is as empty as before.
 */
export async function restoreBackup(config: Config, schema: DatabaseSchema, path: string): Promise<Restored> {
  const file = await open(path);
  try {
    // First, and of the file that stays open: a changed backup does not even make tables.
    await refuseUnsealed(file, config.secrets.auditKey);
    return await restoreSealed(config, schema, file);
  } finally {
    await file.close();
  }
}

async function restoreSealed(config: Config, schema: DatabaseSchema, file: FileHandle): Promise<Restored> {
  // One unit of work, as long as it takes. It may read a file, because nobody waits for this database.
  const database = await openDatabase(config.database, schema, { deadlineMs: dayMs });
  try {
    const filled = await database.units.run(async (tx) => {
      const { header, rows } = await readBackup(file);
      return { createdAt: header.createdAt, rows: await fillDatabase(tx, header, rows) };
    });
    return { ...filled, log: await verifyLog(database.reader, config.secrets.auditKey) };
  } finally {
    await database.close();
  }
}
