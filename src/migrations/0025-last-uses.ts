import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/** The route that a key was last used on, and when its superseded secret was. A former version leaves both as they are. */
export class LastUses1790000000025 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await addColumn(runner, 'key_usage', 'route', `${t.text(255)} NULL`);
    await addColumn(runner, 'key_usage', 'superseded_used_at', `${t.time} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['superseded_used_at', 'route'])
      await runner.query(`ALTER TABLE key_usage DROP COLUMN ${column}`);
  }
}
