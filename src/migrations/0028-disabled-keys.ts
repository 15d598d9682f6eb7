import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/** Since when a key is disabled by itself, and the index that lists of such keys are read by. A former version accepts these keys. */
export class DisabledKeys1790000000028 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'api_keys', 'disabled_at', `${columnTypes(runner).time} NULL`);
    await runner.query('CREATE INDEX api_keys_disabled ON api_keys (company_id, kind, disabled_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const onTable = runner.dataSource.options.type === 'mysql' ? ' ON api_keys' : '';
    await runner.query(`DROP INDEX api_keys_disabled${onTable}`);
    await runner.query('ALTER TABLE api_keys DROP COLUMN disabled_at');
  }
}
