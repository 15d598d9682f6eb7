import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/** What a company wants done with a key whose secret is reported. A former version takes no reports, and leaves the column as it is. */
export class HolderReports1790000000052 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const type = `${columnTypes(runner).text(16)} NOT NULL DEFAULT 'disable'`;
    await addColumn(runner, 'key_policies', 'on_holder_report', type);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE key_policies DROP COLUMN on_holder_report');
  }
}
