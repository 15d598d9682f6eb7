import 'reflect-metadata';
import { ownComposition } from '../composition';
import { loadConfig } from '../platform/config';
import { openDatabase } from '../platform/database';
import { commandArguments } from './command-arguments';
import { runCommand } from './run-command';

/** Brings the database up to date and ends. The server does so too when it starts. */
export async function main(args: readonly string[]): Promise<void> {
  commandArguments(args, { usage: 'npm run migrate', operands: 0 });
  const config = loadConfig();
  const database = await openDatabase(config.database, ownComposition().schema);
  await database.close();
  console.log('The database is up to date.');
}

if (require.main === module) runCommand(main);
