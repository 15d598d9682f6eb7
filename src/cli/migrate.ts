import 'reflect-metadata';
import { databaseSchema } from '../app.module';
import { loadConfig } from '../platform/config';
import { openDatabase } from '../platform/database';
import { commandArguments } from './command-arguments';

/** Brings the database up to date and ends. The server does so too when it starts. */
async function main(args: readonly string[]): Promise<void> {
  commandArguments(args, { usage: 'npm run migrate', operands: 0 });
  const config = loadConfig();
  const database = await openDatabase(config.database, databaseSchema);
  await database.close();
  console.log('The database is up to date.');
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
