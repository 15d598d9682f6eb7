import { type QueryRunner } from 'typeorm';
import { type StatedMigration } from '../platform/database';

/** An index that counts the keys of a kind which are not revoked: what `maxActive` limits, but for those that have expired. */
export class StandingKeys1790000000019 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX api_keys_standing ON api_keys (company_id, kind, revoked_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const onTable = runner.dataSource.options.type === 'mysql' ? ' ON api_keys' : '';
    await runner.query(`DROP INDEX api_keys_standing${onTable}`);
  }
}
