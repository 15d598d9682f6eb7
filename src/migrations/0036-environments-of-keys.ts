import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/**
 * What a key is for. A former version makes live keys only, and refuses test keys as texts of no known form. It would rotate one to a
 * secret that is spelled like a live one, and accept that.
 */
export class EnvironmentsOfKeys1790000000036 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await addColumn(runner, 'api_keys', 'environment', `${t.text(4)} NOT NULL DEFAULT 'live'`);
    await addColumn(runner, 'key_usage_hours', 'environment_mismatch', `${t.count} NOT NULL DEFAULT 0`);
    await runner.query('CREATE INDEX api_keys_environment ON api_keys (company_id, environment, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const onTable = runner.dataSource.options.type === 'mysql' ? ' ON api_keys' : '';
    await runner.query(`DROP INDEX api_keys_environment${onTable}`);
    await runner.query('ALTER TABLE key_usage_hours DROP COLUMN environment_mismatch');
    await runner.query('ALTER TABLE api_keys DROP COLUMN environment');
  }
}
