import { quoted, readCatalogue, type StoredRow, type TableShape, type Tx } from '../../platform/database';
import { managerOf } from '../../platform/database/unscoped';
import { type BackupHeader, type BackupRow } from './backup-format';
import { RestoreRefused } from './restore-refused';

/** A database is empty when nobody has used it; what a first start leaves behind is replaced. */
const tablesOfUse = ['companies', 'users', 'products', 'events'];
const batchSize = 100;

/**
 * Replaces all rows by those of a backup, in the order they come: parents before children.
 * @returns how many.
 * @throws RestoreRefused when the database is in use, or its tables are not those of the backup.
 */
export async function fillDatabase(
  tx: Tx,
  header: BackupHeader,
  rows: AsyncIterable<BackupRow>,
): Promise<number> {
  const ask = (sql: string): Promise<StoredRow[]> => managerOf(tx).query<StoredRow[]>(sql);
  // A transaction that appends an event now waits, and finds the restored log.
  await ask(`SELECT seq FROM event_head${tx.dialect === 'mysql' ? ' FOR UPDATE' : ''}`);
  const migrations = await ask('SELECT name FROM migrations ORDER BY id');
  assertSameTables(
    header.migrations,
    migrations.map(({ name }) => String(name)),
  );
  const tables = await readCatalogue(tx.dialect, ask);
  for (const name of tablesOfUse) {
    const used = await ask(`SELECT 1 FROM ${quoted([name])} LIMIT 1`);
    if (used.length > 0) throw new RestoreRefused(`The database is not empty: there are ${name}.`);
  }
  for (const { name } of tables.toReversed()) await ask(`DELETE FROM ${quoted([name])}`);
  return insertAll(tx, tables, rows);
}

/** The tables are those of the migrations; an older backup would leave out what the later ones did to its rows. */
function assertSameTables(theirs: readonly string[], ours: readonly string[]): void {
  const unknown = theirs.find((name) => !ours.includes(name));
  if (unknown !== undefined)
    throw new RestoreRefused(
      `The backup has the migration ${unknown}, which this program does not have. It is of a newer version, or of a program with a ` +
        'business module that this one lacks: restore it with that program.',
    );
  const missing = ours.find((name) => !theirs.includes(name));
  if (missing !== undefined)
    throw new RestoreRefused(
      `The backup is older than the migration ${missing}. Restore it with the version it was made by, and update then.`,
    );
}

async function insertAll(
  tx: Tx,
  tables: readonly TableShape[],
  rows: AsyncIterable<BackupRow>,
): Promise<number> {
  let [batch, batchOf, count] = [[] as StoredRow[], '', 0];
  for await (const { table, row } of rows) {
    if (table !== batchOf || batch.length === batchSize) {
      await insertBatch(tx, tables, batchOf, batch);
      [batch, batchOf] = [[], table];
    }
    batch.push(row);
    count += 1;
  }
  await insertBatch(tx, tables, batchOf, batch);
  return count;
}

/** Names come from the database and never from the file. */
async function insertBatch(
  tx: Tx,
  tables: readonly TableShape[],
  name: string,
  batch: readonly StoredRow[],
): Promise<void> {
  if (batch.length === 0) return;
  const shape = tables.find((table) => table.name === name);
  if (shape === undefined) throw new RestoreRefused(`There is no table for some of the rows: ${name}.`);
  const { columns } = shape;
  const values = batch.flatMap((row) => columns.map((column) => valueOf(row, column, shape)));
  const places = batch.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ');
  await managerOf(tx).query(
    `INSERT INTO ${quoted([shape.name])} (${quoted(columns)}) VALUES ${places}`,
    values,
  );
}

function valueOf(row: StoredRow, column: string, { name, columns }: TableShape): StoredRow[string] {
  const value = row[column];
  if (value === undefined || Object.keys(row).length !== columns.length)
    throw new RestoreRefused(`A row of ${name} does not have the columns of the table.`);
  return value;
}
