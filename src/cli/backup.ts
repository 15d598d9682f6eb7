import 'reflect-metadata';
import { ownComposition } from '../composition';
import { SystemClock } from '../platform';
import { loadConfig } from '../platform/config';
import { writeBackup } from './backup/write-backup';
import { commandArguments } from './command-arguments';
import { runCommand } from './run-command';

/** Saves the whole database into the new file named as the first argument. Only reads, so the server may run. */
export async function main(args: readonly string[]): Promise<void> {
  const [file = ''] = commandArguments(args, { usage: 'npm run backup -- FILE', operands: 1 }).operands;
  const config = loadConfig();
  const rows = await writeBackup(config, ownComposition().schema, file, new SystemClock().now());
  console.log(
    `${rows} rows are in ${file}. Keep it private, and apart from the peppers and key-encryption keys.`,
  );
}

if (require.main === module) runCommand(main);
