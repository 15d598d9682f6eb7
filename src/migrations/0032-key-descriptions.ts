import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/**
 * What people and programs note about a key. A former version leaves both as they are. Personal keys are found by their owner from now
 * on: they are due to be indexed again, which the server does in the background.
 */
export class KeyDescriptions1790000000032 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await addColumn(runner, 'api_keys', 'description', `${t.text(500)} NULL`);
    await addColumn(runner, 'api_keys', 'metadata', `${t.json} NULL`);
    await runner.query("UPDATE api_keys SET words_of = '' WHERE owner_id IS NOT NULL");
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['metadata', 'description'])
      await runner.query(`ALTER TABLE api_keys DROP COLUMN ${column}`);
  }
}
