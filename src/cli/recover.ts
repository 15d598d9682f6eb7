import 'reflect-metadata';
import { ownComposition } from '../composition';
import { loadConfig } from '../platform/config';
import { commandArguments } from './command-arguments';
import { runCommand } from './run-command';
import { lineAboutLog, linesAbout } from './reapply/lines-about';
import { recoverDatabase } from './reapply/recover-database';
import { sinceOf, sinceOptions } from './since-options';

const usage = 'npm run recover, or npm run recover -- --events FILE, or npm run recover -- --accept-revived';

/**
 * Applies what has ended since, according to the journal or a file of events, to a database that was put back.
 * The server must not run. Exit code 1 when nothing was changed, or the log is broken.
 */
export async function main(args: readonly string[]): Promise<void> {
  const given = commandArguments(args, { usage, operands: 0, options: sinceOptions });
  const recovered = await recoverDatabase(loadConfig(), ownComposition().schema, sinceOf(given));
  for (const line of linesAbout(recovered)) console.log(line);
  console.log(lineAboutLog(recovered.log));
  if (!recovered.log.intact) process.exitCode = 1;
}

if (require.main === module) runCommand(main);
