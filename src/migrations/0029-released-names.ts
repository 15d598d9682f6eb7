import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/**
 * What people and companies were called before somebody else could take their name: a person whose account operators released, and a
 * company that was closed long ago. To an older version that runs beside this one they are called something that nobody can type.
 */
export class ReleasedNames1790000000029 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await addColumn(runner, 'users', 'former_username', `${t.text(254)} NULL`);
    await addColumn(runner, 'users', 'released_at', `${t.time} NULL`);
    await addColumn(runner, 'companies', 'former_slug', `${t.text(63)} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE companies DROP COLUMN former_slug');
    for (const column of ['released_at', 'former_username'])
      await runner.query(`ALTER TABLE users DROP COLUMN ${column}`);
  }
}
