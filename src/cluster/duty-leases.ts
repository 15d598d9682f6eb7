import { Injectable } from '@nestjs/common';
import { Ids, secondMs } from '../platform';
import { FastReader } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { databaseNowMs } from './database-clock';

/** With a claim every two seconds, another instance takes over within eight. */
export const dutyLeaseMs = 6 * secondMs;

/** Which instance has charge of a duty, and until when. */
@Injectable()
export class DutyLeases {
  private readonly own: string;
  /** Those that have a row: nobody deletes one. */
  private readonly known = new Set<string>();

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

  /** Takes or renews the lease. @returns whether this instance holds it now. */
  async claim(name: string): Promise<boolean> {
    if (!this.known.has(name)) await this.add(name);
    const statement = `UPDATE duties SET holder = ?, held_until = ${databaseNowMs} + ?
      WHERE name = ? AND (holder = ? OR held_until < ${databaseNowMs})`;
    const { affectedRows } = await this.query<{ affectedRows: number }>(statement, [
      ...[this.own, dutyLeaseMs, name, this.own],
    ]);
    return affectedRows === 1;
  }

  /** Another instance need not wait for the end of the lease. */
  async release(name: string): Promise<void> {
    await this.query('UPDATE duties SET held_until = 0 WHERE name = ? AND holder = ?', [name, this.own]);
  }

  private async add(name: string): Promise<void> {
    await this.query('INSERT IGNORE INTO duties (name, holder, held_until) VALUES (?, NULL, 0)', [name]);
    this.known.add(name);
  }

  private query<T>(statement: string, parameters: readonly (string | number)[]): Promise<T> {
    return managerOf(this.fastReader).query<T>(statement, [...parameters]);
  }
}
