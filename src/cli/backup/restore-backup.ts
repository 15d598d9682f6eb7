import { type FileHandle, open } from 'node:fs/promises';
import { EventFeed, EventLog, type LogVerdict, type Position, verifyLog } from '../../events';
import { dayMs, SystemClock } from '../../platform';
import { type Config } from '../../platform/config';
import { type Database, type DatabaseSchema, openDatabase, type Tx } from '../../platform/database';
import { type Ended, endWhatPasses } from '../reapply/end-what-passes';
import { eventsBehind } from '../reapply/event-file';
import { rotatedSince } from '../reapply/key-effects';
import { reapply, type Reapplied } from '../reapply/reapply';
import { refuseUnsealed } from './backup-seal';
import { fillDatabase } from './fill-database';
import { readBackup, readEnd } from './read-backup';
import { RestoreRefused } from './restore-refused';

/** What happened after the backup: it stands in a file, or whoever restores takes upon them that nobody knows it. */
export type Since = { readonly eventsFile: string } | 'accept-revived';

export interface Restored {
  readonly createdAt: string;
  readonly rows: number;
  readonly ended: Ended;
  /** Null when nobody knew what happened since. */
  readonly reapplied: Reapplied | null;
  /** Whether the chain of the event log holds. */
  readonly log: LogVerdict;
}

/**
 * Puts a backup into an empty database, all of it or nothing, with what the events since then ended; and checks the event log.
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
    // First, and of the file that stays open: a changed backup does not even make tables.
    await refuseUnsealed(file, config.secrets.auditKey);
    const from = await readEnd(file);
    if (since === null) throw new RestoreRefused(needsEvents(from));
    await refuseOtherEvents(config, from, since);
    return await restoreSealed(config, schema, { file, from, since });
  } finally {
    await file.close();
  }
}

interface Source {
  readonly file: FileHandle;
  readonly from: Position;
  readonly since: Since;
}

function needsEvents({ seq }: Position): string {
  return [
    `The backup ends at position ${seq} of the event log. What was revoked, removed or changed after it would be as it was.`,
    `If the database still answers: npm run events -- --after ${seq} EVENTS, and then npm run restore -- --events EVENTS BACKUP.`,
    'If nobody has the events: npm run restore -- --accept-revived BACKUP. Nothing was written.',
  ].join('\n');
}

/** Reads the whole file of events before anything is written. */
async function refuseOtherEvents({ secrets }: Config, from: Position, since: Since): Promise<void> {
  if (since === 'accept-revived') return;
  for await (const _event of eventsBehind(since.eventsFile, from, secrets.auditKey));
}

async function restoreSealed(config: Config, schema: DatabaseSchema, source: Source): Promise<Restored> {
  // One unit of work, as long as it takes. It may read files, because nobody waits for this database.
  const database = await openDatabase(config.database, schema, { deadlineMs: dayMs });
  try {
    const filled = await fill(database, config, source);
    return { ...filled, log: await verifyLog(database.reader, config.secrets.auditKey) };
  } finally {
    await database.close();
  }
}

function fill(
  { units }: Database,
  config: Config,
  { file, from, since }: Source,
): Promise<Omit<Restored, 'log'>> {
  return units.run(async (tx) => {
    const { header, rows } = await readBackup(file);
    const count = await fillDatabase(tx, header, rows);
    const ended = await endWhatPasses(tx);
    const { auditKey } = config.secrets;
    const reapplied =
      since === 'accept-revived'
        ? null
        : await reapply(tx, from, eventsBehind(since.eventsFile, from, auditKey));
    writeDown(tx, config, from, reapplied);
    return { createdAt: header.createdAt, rows: count, ended, reapplied };
  });
}

/** Tells of the restore, and of the keys that it revoked, in the log that it restored. */
function writeDown(tx: Tx, config: Config, from: Position, reapplied: Reapplied | null): void {
  const log = new EventLog(new SystemClock(), new EventFeed(), config);
  const nobody = { kind: 'system', id: null, name: null } as const;
  const data = { position: from.seq, reappliedTo: reapplied?.upTo.seq ?? null };
  log.appendAs(
    tx,
    { ...nobody, companyId: null },
    {
      type: 'database.restored',
      target: { type: 'database', id: 'kunci' },
      data,
    },
  );
  for (const { companyId, targetId, facts } of reapplied?.revoked ?? [])
    log.appendAs(
      tx,
      { ...nobody, companyId },
      {
        type: 'key.revoked',
        target: { type: 'key', id: targetId },
        data: { kind: facts['kind'], name: facts['name'], reason: rotatedSince },
      },
    );
}
