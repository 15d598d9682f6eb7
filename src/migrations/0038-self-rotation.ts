import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/** When a key last gave itself a new secret, and whether keys of its kind may. A former version knows neither, and refuses the route. */
export class SelfRotation1790000000038 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await addColumn(runner, 'api_keys', 'self_rotated_at', `${t.time} NULL`);
    await addColumn(runner, 'key_policies', 'self_rotate', `${t.flag} NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE key_policies DROP COLUMN self_rotate');
    await runner.query('ALTER TABLE api_keys DROP COLUMN self_rotated_at');
  }
}
