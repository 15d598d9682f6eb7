import { type Config } from '../../platform/config';
import { type DatabaseSchema, openSnapshot, type Snapshot } from '../../platform/database';
import { writeLines } from './backup-file';
import { endLine, headerLine, rowLine } from './backup-format';

/**
 * Writes every row of the database, as it is at this moment, into a new file, sealed with the audit key. The server may run.
 * @returns how many rows there are.
 */
export async function writeBackup(
  { database, secrets }: Pick<Config, 'database' | 'secrets'>,
  schema: DatabaseSchema,
  file: string,
  now: Date,
): Promise<number> {
  const snapshot = await openSnapshot(database, schema);
  const count = { rows: 0 };
  try {
    await writeLines(file, linesOf(snapshot, now, count), secrets.auditKey);
  } finally {
    await snapshot.close();
  }
  return count.rows;
}

async function* linesOf(snapshot: Snapshot, now: Date, count: { rows: number }): AsyncIterable<string> {
  yield headerLine({ createdAt: now.toISOString(), migrations: snapshot.migrations });
  for (const table of snapshot.tables) {
    for await (const row of snapshot.rows(table)) {
      count.rows += 1;
      yield rowLine({ table: table.name, row });
    }
  }
  yield endLine(count.rows);
}
