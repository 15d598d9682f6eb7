import { setTimeout as pause } from 'node:timers/promises';
import { type PoolConnection } from 'mysql2';
import { type DataSource, type QueryRunner } from 'typeorm';
import { isDeadlock } from './faults';
import { drop } from './mysql-deadlines';
import { Tx } from './tx';
import { UnitOfWork, type UnitRules, UnitTimeout, type Work, workAndFinish } from './unit-of-work';

const attempts = 8;

/** Units of work on MySQL and MariaDB, at READ COMMITTED. A deadlock rolls the whole unit back and runs it again. */
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
        if (!isDeadlock(error) || attempt === attempts) throw error;
        await pause(backOffMs(attempt));
      }
    }
  }

  private async unit<T>(work: Work<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    // A cast: TypeORM types the driver's connection as `any`.
    const connection = (await runner.connect()) as PoolConnection;
    try {
      await runner.startTransaction('READ COMMITTED');
      const tx = new Tx(runner.manager, 'mysql');
      const result = await workAndFinish(tx, work, this.deadlineMs);
      await runner.commitTransaction();
      tx.committed();
      return result;
    } catch (error) {
      await abandon(runner, connection, error);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** Rolls back; or, when that cannot be relied on, drops the connection, which makes the server roll back. */
async function abandon(runner: QueryRunner, connection: PoolConnection, cause: unknown): Promise<void> {
  if (cause instanceof UnitTimeout) {
    drop(connection, cause);
    return;
  }
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
