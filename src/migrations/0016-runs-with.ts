import { type QueryRunner } from 'typeorm';
import { columnTypes, type StatedMigration } from '../platform/database';

/**
 * Each migration says which is the oldest program that may run beside the database after it. All so far run with version 0.1.0,
 * once the columns that 0015 dropped are back: that version reads and writes them, later ones do not know them. An invitation
 * of one version is none to the other: version 0.1.0 finds no person behind it, and cannot write one.
 */
export class RunsWith1790000000016 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    // On MySQL each statement is committed by itself: one that stopped half way through is carried on.
    const add = async (table: string, column: string, type: string): Promise<void> => {
      if (await runner.hasColumn(table, column)) return;
      await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
    };
    await add('migrations', 'runs_with', `${t.text(32)} NULL`);
    await runner.query('UPDATE migrations SET runs_with = ?', [this.runsWith]);
    await add('users', 'pending', `${t.flag} NOT NULL DEFAULT 0`);
    await add('members', 'joined', `${t.flag} NOT NULL DEFAULT 1`);
    await add('invitations', 'user_id', `${t.id} NULL`);
    await add('invitations', 'used_at', `${t.time} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['used_at', 'user_id'])
      await runner.query(`ALTER TABLE invitations DROP COLUMN ${column}`);
    await runner.query('ALTER TABLE members DROP COLUMN joined');
    await runner.query('ALTER TABLE users DROP COLUMN pending');
    await runner.query('ALTER TABLE migrations DROP COLUMN runs_with');
  }
}
