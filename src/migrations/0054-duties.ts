import { type QueryRunner } from 'typeorm';
import { columnTypes, type StatedMigration } from '../platform/database';

/** Which instance has charge of what, and how far those who follow the event log have read. A former version does neither. */
export class Duties1790000000054 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await runner.query(`CREATE TABLE duties (
      name ${t.text(64)} NOT NULL PRIMARY KEY,
      holder ${t.id} NULL,
      held_until ${t.time} NOT NULL
    ) ${t.table}`);
    await runner.query(`CREATE TABLE log_followers (
      name ${t.text(64)} NOT NULL PRIMARY KEY,
      seq ${t.count} NOT NULL,
      hash ${t.bytes(32)} NOT NULL
    ) ${t.table}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE log_followers');
    await runner.query('DROP TABLE duties');
  }
}
