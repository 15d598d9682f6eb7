import { type DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { type DatabaseConfig, loadConfig } from '../../src/platform/config';
import { isUnavailable, type Reader, type Tx, type UnitOfWork } from '../../src/platform/database';
import { type DatabaseSchema, dataSource } from '../../src/platform/database/data-source';
import { ReserveFile } from '../../src/platform/database/reserve-file';
import { Room } from '../../src/platform/database/room';
import { migrate } from '../../src/platform/database/migrate';
import { MysqlUnits } from '../../src/platform/database/mysql-units';
import { SqliteUnits } from '../../src/platform/database/sqlite-units';
import { GateTimeout } from '../../src/platform/gate';
import { managerOf } from '../../src/platform/database/unscoped';
import { createTestDatabase, type TestDatabase } from './test-database';

/** Accounts, and notes of what moved between them: the least that can be right or wrong. */
class Ledger1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE accounts (id integer NOT NULL PRIMARY KEY, balance integer NOT NULL)');
    await runner.query('CREATE TABLE notes (note varchar(64) NOT NULL PRIMARY KEY)');
    for (const id of accounts) await runner.query('INSERT INTO accounts (id, balance) VALUES (?, 0)', [id]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notes');
    await runner.query('DROP TABLE accounts');
  }
}

/** So many that units meet often, and not always. */
export const accounts: readonly number[] = Array.from({ length: 40 }, (_, at) => at + 1);

export const ledgerSchema: DatabaseSchema = { entities: [], migrations: [Ledger1790000000000] };

/** A database of its own for units of work, beside the application's. */
export interface LedgerDatabase {
  readonly database: TestDatabase;
  /** Units of work that give up after so long. */
  units(deadlineMs: number): UnitOfWork;
  close(): Promise<void>;
}

export async function openLedger(): Promise<LedgerDatabase> {
  const database = await createTestDatabase();
  const config = loadConfig(database.env).database;
  await migrate(dataSource(config, ledgerSchema, 'migrate'));
  const source: DataSource = await dataSource(config, ledgerSchema, 'write').initialize();
  return {
    database,
    units: (deadlineMs) =>
      database.kind === 'sqlite'
        ? new SqliteUnits(source, roomBeside(config), { deadlineMs })
        : new MysqlUnits(source, { deadlineMs }),
    close: async () => {
      await source.destroy();
      await database.drop();
    },
  };
}

function roomBeside(config: DatabaseConfig): Room {
  if (config.kind !== 'sqlite') throw new Error('Only SQLite has a reserve');
  return new Room(new ReserveFile(config.reserveFile));
}

export async function add(tx: Tx, account: number, amount: number): Promise<void> {
  await managerOf(tx).query('UPDATE accounts SET balance = balance + ? WHERE id = ?', [amount, account]);
}

export async function note(tx: Tx, text: string): Promise<void> {
  await managerOf(tx).query('INSERT INTO notes (note) VALUES (?)', [text]);
}

export async function balances(source: Tx | Reader): Promise<number[]> {
  const rows = await managerOf(source).query<{ balance: number }[]>(
    'SELECT balance FROM accounts ORDER BY id',
  );
  return rows.map(({ balance }) => balance);
}

export async function notes(source: Tx | Reader): Promise<string[]> {
  const rows = await managerOf(source).query<{ note: string }[]>('SELECT note FROM notes ORDER BY note');
  return rows.map((row) => row.note);
}

const maxAttempts = 10;

/**
 * Of hundreds of units at once, some get no connection in time on a slow disk, or lose every deadlock. Nothing of such a unit was done, and
 * the client tries again.
 */
export async function runUntilNotRefused(units: UnitOfWork, work: (tx: Tx) => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await units.run(work);
      return;
    } catch (error) {
      const maySucceedLater = isUnavailable(error) || error instanceof GateTimeout;
      if (!maySucceedLater || attempt === maxAttempts) throw error;
    }
  }
}
