import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/**
 * With which key a secret was made, so that what a thief of that key has made can be found. A former version leaves it out of the
 * secrets that it makes: these look as if a person had asked for them.
 */
export class MadeWith1790000000040 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    await addColumn(runner, 'key_secrets', 'made_with', `${columnTypes(runner).id} NULL`);
    await runner.query('CREATE INDEX key_secrets_made_with ON key_secrets (company_id, made_with, key_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const onTable = runner.dataSource.options.type === 'mysql' ? ' ON key_secrets' : '';
    await runner.query(`DROP INDEX key_secrets_made_with${onTable}`);
    await runner.query('ALTER TABLE key_secrets DROP COLUMN made_with');
  }
}
