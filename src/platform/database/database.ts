import { type DataSource } from 'typeorm';
import { type DatabaseConfig } from '../config';
import { type DatabaseSchema, dataSource } from './data-source';
import { migrate } from './migrate';
import { MysqlUnits } from './mysql-units';
import { becomeTheOnlyProcess } from './single-process';
import { SqliteUnits } from './sqlite-units';
import { Reader } from './tx';
import { type UnitOfWork } from './unit-of-work';

/** The open database of one process: one side writes, through units of work; the other side can only read. */
export interface Database {
  readonly units: UnitOfWork;
  readonly reader: Reader;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens and migrates the database, for the server and for commands that write.
 * @param unitDeadlineMs for a command whose one unit of work takes as long as it needs.
 * @throws DatabaseInUse when another process has the SQLite file; the driver's error when the server is not there.
 */
export async function openDatabase(
  config: DatabaseConfig,
  schema: DatabaseSchema,
  unitDeadlineMs?: number,
): Promise<Database> {
  const release = config.kind === 'sqlite' ? becomeTheOnlyProcess(config.file, config.lockFile) : noHold;
  const writer = dataSource(config, schema, 'write');
  const reader = dataSource(config, schema, 'read');
  const close = async (): Promise<void> => {
    for (const source of [reader, writer]) if (source.isInitialized) await source.destroy();
    release();
  };
  try {
    await migrate(dataSource(config, schema, 'migrate'));
    await writer.initialize();
    await reader.initialize();
  } catch (error) {
    await close();
    throw error;
  }
  const units =
    config.kind === 'sqlite'
      ? new SqliteUnits(writer, unitDeadlineMs)
      : new MysqlUnits(writer, unitDeadlineMs);
  return { units, reader: readerOf(reader, config), ping: () => ping(reader), close };
}

/** Opens the reading side only, which needs no lock: the server may go on meanwhile. */
export async function openReader(
  config: DatabaseConfig,
  schema: DatabaseSchema,
): Promise<{ reader: Reader; close: () => Promise<void> }> {
  const source = await dataSource(config, schema, 'read').initialize();
  return { reader: readerOf(source, config), close: () => source.destroy() };
}

function noHold(): void {
  // MySQL takes any number of processes.
}

function readerOf(source: DataSource, config: DatabaseConfig): Reader {
  return new Reader(source.manager, config.kind);
}

async function ping(source: DataSource): Promise<void> {
  await source.query('SELECT 1');
}

/** Injection token for `Database`, which is an interface. */
export const DATABASE = Symbol('Database');
