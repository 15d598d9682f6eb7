import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/**
 * Service accounts: rows of `users` and `members` that are machines, with their names beside them. A former version that runs
 * beside this one shows them among the members, and treats their keys as broken. A company that it founds has no policy for
 * machine keys, which is as if they were switched off.
 */
export class ServiceAccounts1790000000034 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await addColumn(runner, 'users', 'service_account', `${t.flag} NOT NULL DEFAULT 0`);
    await addColumn(runner, 'key_policies', 'machines', `${t.text(16)} NOT NULL DEFAULT 'refuse'`);
    await runner.query(`CREATE TABLE IF NOT EXISTS service_accounts (
      id ${t.id} NOT NULL PRIMARY KEY,
      company_id ${t.id} NOT NULL,
      name ${t.text(64)} NOT NULL,
      name_skeleton ${t.text(200)} NOT NULL,
      description ${t.text(500)} NULL,
      CONSTRAINT service_accounts_name UNIQUE (company_id, name_skeleton),
      CONSTRAINT service_accounts_user FOREIGN KEY (id) REFERENCES users (id),
      CONSTRAINT service_accounts_member FOREIGN KEY (company_id, id) REFERENCES members (company_id, user_id)
    ) ${t.table}`);
    await runner.query(
      `INSERT INTO key_policies (company_id, kind, enabled, max_active, name_required, max_lifetime_days, visibility, format, step_up)
       SELECT c.id, 'machine', 1, NULL, 0, NULL, 'once', 'prefixed', ? FROM companies c
       WHERE NOT EXISTS (SELECT 1 FROM key_policies p WHERE p.company_id = c.id AND p.kind = 'machine')`,
      [JSON.stringify({ generate: 'none', reveal: 'none', rotate: 'none', revoke: 'none' })],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM key_policies WHERE kind = 'machine'`);
    await runner.query('DROP TABLE service_accounts');
    await runner.query('ALTER TABLE key_policies DROP COLUMN machines');
    await runner.query('ALTER TABLE users DROP COLUMN service_account');
  }
}
