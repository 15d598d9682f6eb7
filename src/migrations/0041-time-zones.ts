import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/** The time zone of a company, in which its days end. To a former version that runs beside this one all days end in UTC. */
export class TimeZones1790000000041 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(
      runner,
      'companies',
      'time_zone',
      `${columnTypes(runner).text(64)} NOT NULL DEFAULT 'UTC'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE companies DROP COLUMN time_zone');
  }
}
