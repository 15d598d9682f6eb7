import 'reflect-metadata';
import { databaseSchema } from '../app.module';
import { loadConfig } from '../platform/config';
import { restoreBackup } from './backup/restore-backup';
import { commandArguments } from './command-arguments';

/** Fills an empty database from the file named as the first argument. The server must not run. Exit code 1 when the log is broken. */
async function main(args: readonly string[]): Promise<void> {
  const [file = ''] = commandArguments(args, { usage: 'npm run restore -- FILE', operands: 1 }).operands;
  const { createdAt, rows, log } = await restoreBackup(loadConfig(), databaseSchema, file);
  console.log(`${rows} rows are back as they were at ${createdAt}.`);
  console.log('What was revoked, removed or signed out since then is not: do it again.');
  if (log.intact) {
    console.log(`The event log is intact: ${log.events} events.`);
    return;
  }
  console.error(`The event log is broken at position ${log.position}: ${log.reason}.`);
  console.error('It was so when it was saved.');
  process.exitCode = 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
