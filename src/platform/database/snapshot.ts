import { type Database as SqliteConnection } from 'better-sqlite3';
import { type DataSource } from 'typeorm';
import { type BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { type DatabaseConfig } from '../config';
import { readCatalogue, type TableShape } from './catalogue';
import { type DatabaseSchema, dataSource } from './data-source';

/** What a driver gives for a column of ours. */
export type StoredValue = string | number | Buffer | null;
export type StoredRow = Readonly<Record<string, StoredValue>>;

/** The whole database as it was at one moment, whatever is written meanwhile. */
export interface Snapshot {
  /** The names of the migrations that made the tables, in the order they ran. */
  readonly migrations: readonly string[];
  /** Parents before children. */
  readonly tables: readonly TableShape[];
  /** The rows one after the other; never all of them in memory. One table at a time. */
  rows(table: TableShape): AsyncIterable<StoredRow>;
  close(): Promise<void>;
}

/** Opens a snapshot for reading. It takes no lock that anybody waits for, so the server may go on. */
export async function openSnapshot(config: DatabaseConfig, schema: DatabaseSchema): Promise<Snapshot> {
  switch (config.kind) {
    case 'sqlite': {
      const source = await dataSource(config, schema, 'read').initialize();
      return openOn(source, sqliteStatements(source));
    }
    case 'mysql': {
      // Of the roles only this one has no deadline for a statement, and a large table takes its time.
      const source = await dataSource(config, schema, 'migrate').initialize();
      return openOn(source, mysqlStatements(source));
    }
  }
}

/** One connection on which a transaction can be held. */
interface Statements {
  readonly dialect: DatabaseConfig['kind'];
  begin(): Promise<void>;
  stream(sql: string): AsyncIterable<StoredRow>;
  end(): Promise<void>;
}

async function openOn(source: DataSource, statements: Statements): Promise<Snapshot> {
  const ask = (sql: string): Promise<StoredRow[]> => allOf(statements.stream(sql));
  const close = async (): Promise<void> => {
    await statements.end();
    await source.destroy();
  };
  try {
    await statements.begin();
    const migrations = await ask('SELECT name FROM migrations ORDER BY id');
    return {
      migrations: migrations.map(({ name }) => String(name)),
      tables: await readCatalogue(statements.dialect, ask),
      rows: ({ name, columns }) => statements.stream(`SELECT ${quoted(columns)} FROM ${quoted([name])}`),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function allOf(rows: AsyncIterable<StoredRow>): Promise<StoredRow[]> {
  const all: StoredRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

/** Names as they stand in SQL. Both databases take the backtick. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function sqliteStatements(source: DataSource): Statements {
  // A cast: `source.driver` has the type of all drivers, and this one was made for SQLite.
  const connection = (source.driver as BetterSqlite3Driver).databaseConnection as SqliteConnection;
  return {
    dialect: 'sqlite',
    begin: async () => {
      connection.exec('BEGIN');
    },
    async *stream(sql) {
      // A cast: SQLite has no other kinds of value but floats, which are numbers too.
      yield* connection.prepare(sql).iterate() as Iterable<StoredRow>;
    },
    end: async () => {
      if (connection.inTransaction) connection.exec('COMMIT');
    },
  };
}

function mysqlStatements(source: DataSource): Statements {
  const runner = source.createQueryRunner();
  return {
    dialect: 'mysql',
    begin: async () => {
      await runner.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
      await runner.query('START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY');
    },
    async *stream(sql) {
      // A cast: what the driver makes of our column types.
      yield* (await runner.stream(sql)) as AsyncIterable<StoredRow>;
    },
    end: async () => {
      await runner.query('COMMIT');
      await runner.release();
    },
  };
}
