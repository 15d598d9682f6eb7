import { StartFault } from '../platform';
import { type DatabaseConfig } from '../platform/config';
import { type Reader } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { EventEntity } from './event.entity';
import { endOfJournal, replaceJournal } from './journal-file';
import { type LogPosition } from './log-position';
import { readHead, readLog } from './read-log';

/** How long a journal may become, and how many events it keeps when a start makes another. */
const bounds = { maxBytes: 32 * 1024 * 1024, keptEvents: 20_000 };

/** Thrown when the SQLite file is one of an earlier time: it does not know events that were committed. */
export class DatabasePutBack extends StartFault {
  constructor({ seq }: LogPosition, last: LogPosition, path: string) {
    super(
      [
        `This database is not the one that was in use: it ends at position ${seq} of the event log, and ${path} goes up to ${last.seq}.`,
        'Somebody put an earlier file in its place. What was revoked, removed or changed since then would be as it was.',
        '`npm run recover` applies what the journal says was ended since then; with `-- --accept-revived` revoked keys work again.',
      ].join('\n'),
    );
  }
}

/**
 * Compares a SQLite database with the journal beside it, and enters there what is missing. To be done before anything is
 * written. MySQL has no file of ours, and so no journal.
 * @throws DatabasePutBack
 */
export async function matchJournal(
  reader: Reader,
  config: DatabaseConfig,
  { maxBytes, keptEvents } = bounds,
): Promise<void> {
  if (config.kind !== 'sqlite') return;
  const path = config.journalFile;
  const head = await readHead(reader);
  const { last, sizeBytes } = endOfJournal(path);
  if (last !== null && !(await isInLog(reader, last))) throw new DatabasePutBack(head, last, path);
  const isCurrent = last?.seq === head.seq && sizeBytes <= maxBytes;
  if (isCurrent) return;
  const from = Math.max(0, head.seq - keptEvents);
  await replaceJournal(path, readLog(reader, from, head.seq));
}

async function isInLog(reader: Reader, { seq, hash }: LogPosition): Promise<boolean> {
  const event = await managerOf(reader).findOneBy(EventEntity, { seq });
  return event !== null && event.hash.equals(hash);
}
