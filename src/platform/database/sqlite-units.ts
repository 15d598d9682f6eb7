import { type Database as SqliteConnection } from 'better-sqlite3';
import { type DataSource } from 'typeorm';
import { type BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { Gate, type Place } from '../gate';
import { LoopTurns } from '../loop-turns';
import { isDiskFault, isOutOfRoom } from './faults';
import { Pace } from './pace';
import { PacedRunner } from './paced-runner';
import { type Room } from './room';
import { Tx } from './tx';
import {
  type Manner,
  OutcomeUnknown,
  UnitOfWork,
  type UnitRules,
  type Work,
  workAndFinish,
} from './unit-of-work';

/**
 * Units of work on SQLite. All share one connection, so they go one after the other through a first-come-first-served
 * gate: without it one request's ROLLBACK would undo what another was already told is saved.
 */
export class SqliteUnits extends UnitOfWork {
  private readonly gate = new Gate({ name: 'The database', capacity: 1, queueLimit: 5_000, waitMs: 5_000 });

  private readonly deadlineMs: number;

  constructor(
    private readonly dataSource: DataSource,
    private readonly room: Room,
    rules: UnitRules = {},
    private readonly pace = new Pace(new LoopTurns()),
  ) {
    super(rules);
    this.deadlineMs = rules.deadlineMs ?? 5_000;
  }

  protected override perform<T>(work: Work<T>, { place, ends = false }: Manner): Promise<T> {
    return this.gate.run(() => (ends ? this.ending(work, place) : this.whileRoom(work, place)), place);
  }

  private async whileRoom<T>(work: Work<T>, place: Place): Promise<T> {
    this.room.claim();
    return this.unit(work, place);
  }

  /** Where there is no room, it is made, and the unit runs again: it was rolled back. */
  private async ending<T>(work: Work<T>, place: Place): Promise<T> {
    try {
      return await this.unit(work, place);
    } catch (error) {
      if (!isOutOfRoom(error)) throw error;
      this.room.giveBack();
      await this.pace.run('ahead', () => shortenLog(this.connection));
      return this.unit(work, place);
    }
  }

  private get driver(): BetterSqlite3Driver {
    // A cast: `dataSource.driver` has the type of all drivers, and this class is only made for SQLite.
    return this.dataSource.driver as BetterSqlite3Driver;
  }

  private get connection(): SqliteConnection {
    // A cast: the driver declares `any`.
    return this.driver.databaseConnection as SqliteConnection;
  }

  private async unit<T>(work: Work<T>, place: Place): Promise<T> {
    const { driver, connection } = this;
    // Once begun, a unit goes first: the next one waits for it, and readers wait for one statement at most.
    const runner = new PacedRunner(driver, this.pace, 'ahead');
    // Tells TypeORM not to open a transaction of its own around each statement.
    runner.isTransactionActive = true;
    await this.pace.run(place, () => connection.exec('BEGIN IMMEDIATE'));
    const tx = new Tx(this.dataSource.createEntityManager(runner), 'sqlite');
    let result: T;
    try {
      result = await workAndFinish(tx, work, this.deadlineMs);
      await this.pace.run('ahead', () => commit(connection));
    } finally {
      // A unit past its deadline may still be running: its runner is closed before the next unit begins.
      runner.isReleased = true;
      if (connection.inTransaction) connection.exec('ROLLBACK');
    }
    this.conclude(tx);
    return result;
  }
}

/** Lets SQLite write the write-ahead log from its beginning instead of making it longer. `PASSIVE` waits for nobody. */
function shortenLog(connection: SqliteConnection): void {
  try {
    connection.pragma('wal_checkpoint(PASSIVE)');
  } catch (error) {
    // The log may grow by what was given back, even if there is not enough room for all of it in the database file.
    if (!isOutOfRoom(error)) throw error;
  }
}

/**
 * A full disk or a lock is found before anything counts: the unit is rolled back. After a fault of the disk itself nobody
 * can tell: what was written to the log may be found whole when the file is opened the next time.
 */
function commit(connection: SqliteConnection): void {
  try {
    connection.exec('COMMIT');
  } catch (error) {
    if (isDiskFault(error)) throw new OutcomeUnknown(error);
    throw error;
  }
}
