import { Injectable } from '@nestjs/common';
import { hourMs, Ids, secondMs } from '../platform';
import { FastReader } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { databaseNowMs } from './database-clock';

// A second longer than the lease, because the clocks of the database and of the instance drift apart.
const aliveMs = 6 * secondMs;
const removedAfterMs = hourMs;

/** The instances that share this database, and how far each has read the log. */
@Injectable()
export class Instances {
  private readonly own: string;

  constructor(
    private readonly fastReader: FastReader,
    ids: Ids,
  ) {
    this.own = ids.next();
  }

  /** Whether there can be others. A SQLite file belongs to one process. */
  get canBeMany(): boolean {
    return this.fastReader.dialect === 'mysql';
  }

  /** Adds this instance. Instances that were not seen for an hour are removed. */
  async register(position: number): Promise<void> {
    await this.query(`DELETE FROM instances WHERE seen_at < ${databaseNowMs} - ?`, [removedAfterMs]);
    // The row may exist already, if the answer to an earlier attempt was lost.
    const statement = `INSERT INTO instances (id, position, seen_at) VALUES (?, ?, ${databaseNowMs})
      ON DUPLICATE KEY UPDATE position = VALUES(position), seen_at = VALUES(seen_at)`;
    await this.query(statement, [this.own, position]);
  }

  /** Records "alive, and read up to here". @returns false when this instance is not registered, or no longer. */
  async beat(position: number): Promise<boolean> {
    const statement = `UPDATE instances SET position = ?, seen_at = ${databaseNowMs} WHERE id = ?`;
    // The driver counts the rows found, including those that already had these values.
    const { affectedRows } = await this.query<{ affectedRows: number }>(statement, [position, this.own]);
    return affectedRows === 1;
  }

  /** Other instances no longer wait for this one: it has stopped answering. */
  async leave(): Promise<void> {
    await this.query('DELETE FROM instances WHERE id = ?', [this.own]);
  }

  /** Whether each instance whose lease may still run has read the log up to this position. */
  async haveAllRead(position: number): Promise<boolean> {
    if (!this.canBeMany) return true;
    const behind = `SELECT 1 FROM instances WHERE position < ? AND seen_at >= ${databaseNowMs} - ? LIMIT 1`;
    return (await this.query<unknown[]>(behind, [position, aliveMs])).length === 0;
  }

  private query<T>(statement: string, parameters: readonly (string | number)[]): Promise<T> {
    return managerOf(this.fastReader).query<T>(statement, [...parameters]);
  }
}
