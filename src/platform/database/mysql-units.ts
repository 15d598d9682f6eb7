import { setTimeout as pause } from 'node:timers/promises';
import { type PoolConnection } from 'mysql2';
import { type DataSource, type QueryRunner } from 'typeorm';
import { type MysqlQueryRunner } from 'typeorm/driver/mysql/MysqlQueryRunner';
import { isDeadlock, isLostAnswer } from './faults';
import { drop } from './mysql-drop';
import { type Proof, Tx } from './tx';
import {
  OutcomeUnknown,
  UnitOfWork,
  type UnitRules,
  UnitTimeout,
  type Work,
  workAndFinish,
} from './unit-of-work';

const attempts = 8;

/**
 * Units of work on MySQL and MariaDB, at READ COMMITTED. A deadlock rolls the whole unit back and runs it again. Where the
 * answer to COMMIT is lost, the unit's own proof tells whether it was committed.
 */
export class MysqlUnits extends UnitOfWork {
  private readonly deadlineMs: number;

  constructor(
    private readonly dataSource: DataSource,
    rules: UnitRules = {},
  ) {
    super(rules);
    this.deadlineMs = rules.deadlineMs ?? 10_000;
  }

  protected override async perform<T>(work: Work<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.unit(work);
      } catch (error) {
        const mayPass = isDeadlock(error) || error instanceof RolledBack;
        if (!mayPass || attempt === attempts) throw error;
        await pause(backOffMs(attempt));
      }
    }
  }

  private async unit<T>(work: Work<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    // A cast: TypeORM types the driver's connection as `any`.
    const connection = (await runner.connect()) as PoolConnection;
    let tx: Tx;
    let result: T;
    try {
      begin(runner);
      tx = new Tx(runner.manager, 'mysql');
      result = await workAndFinish(tx, work, this.deadlineMs);
      await this.commit(runner, connection, tx);
    } catch (error) {
      await abandon(runner, connection, error);
      throw error;
    } finally {
      await runner.release();
    }
    this.conclude(tx);
    return result;
  }

  /** Resolves when the unit is committed. @throws `RolledBack` or the server's refusal when it is not; `OutcomeUnknown`. */
  private async commit(runner: QueryRunner, connection: PoolConnection, tx: Tx): Promise<void> {
    try {
      await runner.commitTransaction();
    } catch (error) {
      if (!isLostAnswer(error)) throw error;
      drop(connection, new Error('The answer to COMMIT was lost', { cause: error }));
      if (!(await this.wasCommitted(tx.proof, error))) throw new RolledBack(error);
    }
  }

  /** Asks on another connection. The proof waits until the server has done with the first, so that its answer stays true. */
  private async wasCommitted(proof: Proof | null, lost: unknown): Promise<boolean> {
    if (proof === null) throw new OutcomeUnknown(lost);
    const runner = this.dataSource.createQueryRunner();
    try {
      begin(runner);
      const found = await proof(new Tx(runner.manager, 'mysql'));
      await runner.rollbackTransaction();
      return found;
    } catch (error) {
      throw new OutcomeUnknown(error);
    } finally {
      await runner.release();
    }
  }
}

/** The answer to COMMIT was lost, and the server rolled back: nothing was done, and the unit may be run again. */
class RolledBack extends Error {
  readonly code = 'KUNCI_ROLLED_BACK';

  constructor(cause: unknown) {
    super('A unit of work was rolled back instead of committed', { cause });
  }
}

/**
 * The sessions of units are at READ COMMITTED and not in autocommit mode, so the first statement begins the transaction and
 * none has to say so. This tells TypeORM, which would otherwise open one around each write.
 */
function begin(runner: QueryRunner): void {
  // A cast: it is read-only to those who only use a runner.
  (runner as MysqlQueryRunner).isTransactionActive = true;
}

/** Rolls back; or, when that cannot be relied on, drops the connection, which makes the server roll back. */
async function abandon(runner: QueryRunner, connection: PoolConnection, cause: unknown): Promise<void> {
  if (cause instanceof UnitTimeout) {
    drop(connection, cause);
    return;
  }
  // Its connection was dropped when the answer was lost.
  if (cause instanceof RolledBack || cause instanceof OutcomeUnknown) return;
  try {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
  } catch {
    // The connection is gone or confused. The fault that led here is the one worth reporting.
    drop(connection, new Error('A roll-back failed', { cause }));
  }
}

/** Grows with each attempt, and is spread by the attempt's own clock so that two losers do not meet again. */
function backOffMs(attempt: number): number {
  return attempt * 5 + (Number(process.hrtime.bigint() % 1000n) / 1000) * attempt * 20;
}
