import { Injectable } from '@nestjs/common';
import { hourMs, Ids, secondMs } from '../platform';
import { Urgent } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';

// A second more than a lease lasts, for the clock of the database and that of the instance do not tick together.
const countsForMs = 6 * secondMs;
const forgottenAfterMs = hourMs;

// The clock of the database, so that the clocks of the instances need not agree.
const now = 'FLOOR(UNIX_TIMESTAMP(CURRENT_TIMESTAMP(3)) * 1000)';

/** The instances that share this database, and how far each has read the log. */
@Injectable()
export class Instances {
  private readonly own: string;

  constructor(
    private readonly urgent: Urgent,
    ids: Ids,
  ) {
    this.own = ids.next();
  }

  /** Whether there can be others. A SQLite file belongs to one process. */
  get canBeMany(): boolean {
    return this.urgent.dialect === 'mysql';
  }

  /** Counts this instance in from now on. Those that were not seen for an hour are forgotten. */
  async register(position: number): Promise<void> {
    await this.query(`DELETE FROM instances WHERE seen_at < ${now} - ?`, [forgottenAfterMs]);
    // The row may be there, when the answer to an earlier attempt was lost on its way.
    const statement = `INSERT INTO instances (id, position, seen_at) VALUES (?, ?, ${now})
      ON DUPLICATE KEY UPDATE position = VALUES(position), seen_at = VALUES(seen_at)`;
    await this.query(statement, [this.own, position]);
  }

  /** Says "alive, and read up to here". @returns false when this instance is not registered, or not any more. */
  async beat(position: number): Promise<boolean> {
    const statement = `UPDATE instances SET position = ?, seen_at = ${now} WHERE id = ?`;
    // The driver counts rows that were found, also those that had these values already.
    const { affectedRows } = await this.query<{ affectedRows: number }>(statement, [position, this.own]);
    return affectedRows === 1;
  }

  /** Nobody has to wait for this instance any more: it has stopped answering. */
  async leave(): Promise<void> {
    await this.query('DELETE FROM instances WHERE id = ?', [this.own]);
  }

  /** Whether each instance whose lease may still run has read the log up to this position. */
  async haveAllRead(position: number): Promise<boolean> {
    if (!this.canBeMany) return true;
    const behind = `SELECT 1 FROM instances WHERE position < ? AND seen_at >= ${now} - ? LIMIT 1`;
    return (await this.query<unknown[]>(behind, [position, countsForMs])).length === 0;
  }

  private query<T>(statement: string, parameters: readonly (string | number)[]): Promise<T> {
    return managerOf(this.urgent).query<T>(statement, [...parameters]);
  }
}
