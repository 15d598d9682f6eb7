import { type Database as SqliteConnection } from 'better-sqlite3';
import { type DataSource } from 'typeorm';
import { type BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver';
import { Gate, type Place } from '../gate';
import { LoopTurns } from '../loop-turns';
import { isDiskFault } from './faults';
import { Pace } from './pace';
import { PacedRunner } from './paced-runner';
import { Tx } from './tx';
import { OutcomeUnknown, UnitOfWork, type UnitRules, type Work, workAndFinish } from './unit-of-work';

/**
 * Units of work on SQLite. All share one connection, so they go one after the other through a first-come-first-served
 * gate: without it one request's ROLLBACK would undo what another was already told is saved.
 */
export class SqliteUnits extends UnitOfWork {
  private readonly gate = new Gate({ name: 'The database', capacity: 1, queueLimit: 5_000, waitMs: 5_000 });

  private readonly deadlineMs: number;

  constructor(
    private readonly dataSource: DataSource,
    rules: UnitRules = {},
    private readonly pace = new Pace(new LoopTurns()),
  ) {
    super(rules);
    this.deadlineMs = rules.deadlineMs ?? 5_000;
  }

  protected override perform<T>(work: Work<T>, place: Place): Promise<T> {
    return this.gate.run(() => this.unit(work, place), place);
  }

  private async unit<T>(work: Work<T>, place: Place): Promise<T> {
    // A cast: `dataSource.driver` has the type of all drivers, and this class is only made for SQLite.
    const driver = this.dataSource.driver as BetterSqlite3Driver;
    const connection = driver.databaseConnection as SqliteConnection;
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
