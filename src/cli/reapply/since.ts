import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { endOfJournal, type EventEntity, type LogPosition } from '../../audit';
import { type Config } from '../../platform/config';
import { RestoreRefused } from '../backup/restore-refused';
import { eventsBehind } from './event-file';

/** The events since a backup: in a file, or unknown, which the person who runs the command accepts. */
export type Since = { readonly eventsFile: string } | 'accept-revived';

export function eventsOf(
  { secrets }: Config,
  from: LogPosition,
  since: Since,
): AsyncIterable<EventEntity> | null {
  return since === 'accept-revived' ? null : eventsBehind(since.eventsFile, from, secrets.auditKey);
}

/**
 * Reads the whole event file before anything is written.
 * @returns the position of the last.
 * @throws RestoreRefused also when the journal beside the database goes further than the file.
 */
export async function assertSameLog(config: Config, from: LogPosition, since: Since): Promise<number> {
  const events = eventsOf(config, from, since);
  if (events === null) return from.seq;
  let end = from.seq;
  for await (const { seq } of events) end = seq;
  const journal = journalPath(config);
  const known = journal === null ? null : endOfJournal(journal).last;
  if (known !== null && known.seq > end)
    throw new RestoreRefused(
      `The file of events ends at position ${end}, and the journal goes on to ${known.seq}: take ${journal} as the file of events.`,
    );
  return end;
}

/** The journal beside the database, or null where there is none. */
export function journalPath({ database }: Config): string | null {
  return database.kind === 'sqlite' && existsSync(database.journalFile) ? database.journalFile : null;
}

/** The next start writes a new one from the log as it is then. */
export async function dropJournal(config: Config): Promise<void> {
  const journal = journalPath(config);
  if (journal !== null) await rm(journal);
}
