import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection, format, type RowDataPacket } from 'mysql2/promise';
import { ownComposition } from '../../src/composition';
import { type DatabaseConfig, loadConfig } from '../../src/platform/config';
import { dataSource } from '../../src/platform/database/data-source';
import { migrate } from '../../src/platform/database/migrate';
import { createTestDatabase, type TestDatabase } from './test-database';

/** Where a run keeps a copy of the migrated database; absent where a spec is started by itself. */
const folder = process.env['KUNCI_TEST_TEMPLATES'];

/**
 * A database of its own with all tables. The first one of a run migrates, and the others are copies of it: all migrations take a
 * second and more, each time. Who tests migrations, or a first start, begins with `createTestDatabase`.
 */
export async function createMigratedDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  if (folder === undefined) return database;
  const config = loadConfig(database.env).database;
  const template = join(folder, `migrated.${config.kind}`);
  if (existsSync(template)) await fill(config, template);
  else await makeTemplate(config, template);
  return database;
}

async function fill(config: DatabaseConfig, template: string): Promise<void> {
  if (config.kind === 'sqlite') copyFileSync(template, config.file);
  else await onMysql(config.url, (connection) => connection.query(readFileSync(template, 'utf8')));
}

/** Two workers may do so at the same time, and neither sees half a file. */
async function makeTemplate(config: DatabaseConfig, template: string): Promise<void> {
  await migrate(dataSource(config, ownComposition().schema, 'migrate'));
  const unfinished = `${template}.${process.pid}`;
  if (config.kind === 'sqlite') copyFileSync(config.file, unfinished);
  else writeFileSync(unfinished, await onMysql(config.url, statementsThatRepeat));
  renameSync(unfinished, template);
}

type Connection = Awaited<ReturnType<typeof createConnection>>;

/** Every table, and the rows that migrations have left in it. */
async function statementsThatRepeat(connection: Connection): Promise<string> {
  const statements = ['SET FOREIGN_KEY_CHECKS = 0'];
  const [tables] = await connection.query<RowDataPacket[]>('SHOW FULL TABLES');
  for (const [name] of tables.map((table) => Object.values(table) as string[])) {
    const [[made]] = await connection.query<RowDataPacket[]>('SHOW CREATE TABLE ??', [name]);
    statements.push(String(made?.['Create Table']));
    const [rows] = await connection.query<RowDataPacket[]>('SELECT * FROM ??', [name]);
    for (const row of rows) statements.push(format('INSERT INTO ?? SET ?', [name, row]));
  }
  return statements.join(';\n');
}

async function onMysql<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await createConnection({ uri: url, multipleStatements: true, dateStrings: true });
  try {
    return await work(connection);
  } finally {
    await connection.end();
  }
}
