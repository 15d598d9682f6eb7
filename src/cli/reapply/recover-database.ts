import { type LogVerdict, readHead, verifyLog } from '../../audit';
import { dayMs } from '../../platform';
import { type Config } from '../../platform/config';
import { type DatabaseSchema, openDatabase } from '../../platform/database';
import { RestoreRefused } from '../backup/restore-refused';
import { bringForward, type BroughtForward } from './bring-forward';
import { dropJournal, eventsOf, journalPath, assertSameLog, type Since } from './since';

export interface Recovered extends BroughtForward {
  readonly log: LogVerdict;
}

/**
 * Applies the events since its backup to a database that was put back, in one unit of work.
 * @param since null takes the journal beside the database.
 * @throws RestoreRefused, DatabaseInUse; then nothing has changed.
 */
export async function recoverDatabase(
  config: Config,
  schema: DatabaseSchema,
  since: Since | null,
): Promise<Recovered> {
  const journal = journalPath(config);
  const source = since ?? (journal === null ? null : { eventsFile: journal });
  if (source === null)
    throw new RestoreRefused(
      'There is no journal beside the database: give the events with --events FILE, or --accept-revived.',
    );
  const database = await openDatabase(config.database, schema, { deadlineMs: dayMs });
  try {
    const from = await readHead(database.reader);
    const end = await assertSameLog(config, from, source);
    if (source !== 'accept-revived' && end === from.seq)
      throw new RestoreRefused(
        `This database ends at position ${end} of the event log, and the events hold nothing that follows: there is nothing to apply.`,
      );
    const forward = await database.units.run((tx) =>
      bringForward(tx, config, from, eventsOf(config, from, source)),
    );
    await dropJournal(config);
    return { ...forward, log: await verifyLog(database.reader, config.secrets.auditKey) };
  } finally {
    await database.close();
  }
}
