import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { createConnection } from 'mysql2/promise';
import { type TestDatabase } from '../../support/test-database';

/** @returns how many rows each table has, read beside the server that writes them. */
export async function rowCounts({ kind, env }: TestDatabase): Promise<Record<string, number>> {
  return kind === 'sqlite' ? onSqlite(env['DATA_DIR'] ?? '') : onMysql(env['DATABASE_URL'] ?? '');
}

function onSqlite(folder: string): Record<string, number> {
  const file = new Sqlite(path.join(folder, 'kunci.db'), { readonly: true });
  try {
    const named = file.prepare<[], Named>(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`,
    );
    const count = (name: string): number =>
      file.prepare<[], Counted>(`SELECT count(*) AS n FROM ${name}`).get()?.n ?? 0;
    return Object.fromEntries(named.all().map(({ name }) => [name, count(name)]));
  } finally {
    file.close();
  }
}

async function onMysql(url: string): Promise<Record<string, number>> {
  const connection = await createConnection(url);
  // A cast: the driver's types do not know what a statement returns.
  const rows = async <T>(sql: string): Promise<T[]> => (await connection.query(sql))[0] as T[];
  try {
    const counts: Record<string, number> = {};
    const tables = await rows<Named>(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    for (const { name } of tables) {
      const [counted] = await rows<Counted>(`SELECT count(*) AS n FROM ${name}`);
      counts[name] = Number(counted?.n);
    }
    return counts;
  } finally {
    await connection.end();
  }
}

interface Named {
  readonly name: string;
}

interface Counted {
  readonly n: number;
}
