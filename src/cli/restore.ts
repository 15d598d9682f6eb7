import 'reflect-metadata';
import { databaseSchema } from '../app.module';
import { loadConfig } from '../platform/config';
import { type Restored, restoreBackup, type Since } from './backup/restore-backup';
import { type CommandArguments, commandArguments } from './command-arguments';
import { linesAbout } from './reapply/lines-about';

const usage = 'npm run restore -- --events EVENTS BACKUP, or npm run restore -- --accept-revived BACKUP';
const options = { events: { type: 'string' }, 'accept-revived': { type: 'boolean' } } as const;

/**
 * Fills an empty database from a backup, and re-applies what the events since then ended. The server must not run. Exit code 1
 * when nothing was restored, or the log is broken.
 */
async function main(args: readonly string[]): Promise<void> {
  const given = commandArguments(args, { usage, operands: 1, options });
  const [file = ''] = given.operands;
  const restored = await restoreBackup(loadConfig(), databaseSchema, file, sinceOf(given));
  for (const line of linesOf(restored)) console.log(line);
  const { log } = restored;
  if (log.intact) return;
  console.error(
    `The event log is broken at position ${log.position}: ${log.reason}. It was so when it was saved.`,
  );
  process.exitCode = 1;
}

function sinceOf({ options: { events, 'accept-revived': accepted } }: CommandArguments): Since | null {
  if (events !== undefined && accepted === true) throw new Error(`Give one of the two.\nUsage: ${usage}`);
  if (typeof events === 'string') return { eventsFile: events };
  return accepted === true ? 'accept-revived' : null;
}

function linesOf({ createdAt, rows, ended, reapplied, log }: Restored): string[] {
  const lines = [`${rows} rows are back as they were at ${createdAt}.`];
  if (reapplied === null)
    lines.push('What was revoked, removed or changed since then is as it was: do it again.');
  else lines.push(...linesAbout(reapplied));
  lines.push(
    `Ended: ${ended.sessions} sessions, with their step-up tokens, and ${ended.resets} password resets.`,
  );
  if (ended.quotas > 0)
    lines.push(
      `The spent quotas of ${ended.quotas} keys are those of the backup: uses since then are not counted.`,
    );
  if (log.intact) lines.push(`The event log is intact: ${log.events} events.`);
  return lines;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
