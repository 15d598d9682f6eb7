import 'reflect-metadata';
import { ownComposition } from '../composition';
import { loadConfig } from '../platform/config';
import { restoreBackup } from './backup/restore-backup';
import { commandArguments } from './command-arguments';
import { runCommand } from './run-command';
import { lineAboutLog, linesAbout } from './reapply/lines-about';
import { sinceOf, sinceOptions } from './since-options';

const usage = 'npm run restore -- --events EVENTS BACKUP, or npm run restore -- --accept-revived BACKUP';

/**
 * Fills an empty database from a backup, and applies what was ended since then. The server must not run. Exit code 1 when
 * nothing was restored, or the log is broken.
 */
export async function main(args: readonly string[]): Promise<void> {
  const given = commandArguments(args, { usage, operands: 1, options: sinceOptions });
  const [file = ''] = given.operands;
  const restored = await restoreBackup(loadConfig(), ownComposition().schema, file, sinceOf(given));
  console.log(`${restored.rows} rows are back as they were at ${restored.createdAt}.`);
  for (const line of linesAbout(restored)) console.log(line);
  console.log(lineAboutLog(restored.log));
  if (!restored.log.intact) process.exitCode = 1;
}

if (require.main === module) runCommand(main);
