import { type FileHandle, open } from 'node:fs/promises';
import { type LogVerdict, type LogPosition, verifyLog } from '../../audit';
import { dayMs } from '../../platform';
import { type Config } from '../../platform/config';
import { type DatabaseSchema, openDatabase } from '../../platform/database';
import { bringForward, type BroughtForward } from '../reapply/bring-forward';
import { dropJournal, eventsOf, journalPath, assertSameLog, type Since } from '../reapply/since';
import { assertSealed } from './backup-seal';
import { fillDatabase } from './fill-database';
import { readBackup, readEnd } from './read-backup';
import { RestoreRefused } from './restore-refused';

export interface Restored extends BroughtForward {
  readonly createdAt: string;
  readonly rows: number;
  /** Whether the chain of the event log is intact. */
  readonly log: LogVerdict;
}

/**
 * Restores a backup into an empty database, all of it or nothing, applies the events since then, and checks the event log.
 * @param since null refuses, and says which events are needed.
 * @throws RestoreRefused, DatabaseInUse, or what the database says; then it is as empty as before.
 */
export async function restoreBackup(
  config: Config,
  schema: DatabaseSchema,
  path: string,
  since: Since | null,
): Promise<Restored> {
  const file = await open(path);
  try {
    // First, and on the open file: a changed backup does not even create tables.
    await assertSealed(file, config.secrets.auditKey);
    const from = await readEnd(file);
    if (since === null) throw new RestoreRefused(needsEvents(config, from));
    await assertSameLog(config, from, since);
    return await restoreSealed(config, schema, { file, from, since });
  } finally {
    await file.close();
  }
}

interface Source {
  readonly file: FileHandle;
  readonly from: LogPosition;
  readonly since: Since;
}

function needsEvents(config: Config, { seq }: LogPosition): string {
  const journal = journalPath(config);
  return [
    `The backup ends at position ${seq} of the event log. What was revoked, removed or changed after it would be as it was.`,
    journal === null
      ? `If the database still answers: npm run events -- --after ${seq} EVENTS, and then npm run restore -- --events EVENTS BACKUP.`
      : `The events since then are in the journal: npm run restore -- --events ${journal} BACKUP.`,
    'If nobody has the events: npm run restore -- --accept-revived BACKUP. Nothing was written.',
  ].join('\n');
}

async function restoreSealed(
  config: Config,
  schema: DatabaseSchema,
  { file, from, since }: Source,
): Promise<Restored> {
  // One unit of work, however long it takes. It may read files, because no other work waits for this database.
  const database = await openDatabase(config.database, schema, { deadlineMs: dayMs });
  try {
    const filled = await database.units.run(async (tx) => {
      const { header, rows } = await readBackup(file);
      const count = await fillDatabase(tx, header, rows);
      const forward = await bringForward(tx, config, from, eventsOf(config, from, since));
      return { createdAt: header.createdAt, rows: count, ...forward };
    });
    await dropJournal(config);
    return { ...filled, log: await verifyLog(database.reader, config.secrets.auditKey) };
  } finally {
    await database.close();
  }
}
