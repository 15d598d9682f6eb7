import { type QueryRunner } from 'typeorm';
import { columnTypes, type StatedMigration } from '../platform/database';

/** The route that a key was last used on, and when its superseded secret was. A former version leaves both as they are. */
export class LastUses1790000000025 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    // On MySQL each statement is committed by itself: one that stopped half way through is carried on.
    const add = async (column: string, type: string): Promise<void> => {
      if (await runner.hasColumn('key_usage', column)) return;
      await runner.query(`ALTER TABLE key_usage ADD COLUMN ${column} ${type} NULL`);
    };
    await add('route', t.text(255));
    await add('superseded_used_at', t.time);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['superseded_used_at', 'route'])
      await runner.query(`ALTER TABLE key_usage DROP COLUMN ${column}`);
  }
}
