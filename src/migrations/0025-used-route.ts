import { type QueryRunner } from 'typeorm';
import { columnTypes, type StatedMigration } from '../platform/database';

/** The route that a key was last used on. A former version leaves it as it is. */
export class UsedRoute1790000000025 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE key_usage ADD COLUMN route ${columnTypes(runner).text(255)} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE key_usage DROP COLUMN route');
  }
}
