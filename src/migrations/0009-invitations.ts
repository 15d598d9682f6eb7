import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { type ColumnTypes, columnTypes } from '../platform/database';

export class Invitations1790000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await runner.query(`ALTER TABLE users ADD COLUMN pending ${t.flag} NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE members ADD COLUMN joined ${t.flag} NOT NULL DEFAULT 1`);
    for (const table of [invitations(t), passwordResets(t), guessCounts(t)])
      await runner.query(`${table} ${t.table}`);
    await runner.query('CREATE INDEX guess_counts_end ON guess_counts (ends_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['guess_counts', 'password_resets', 'invitations'])
      await runner.query(`DROP TABLE ${table}`);
    await runner.query('ALTER TABLE members DROP COLUMN joined');
    await runner.query('ALTER TABLE users DROP COLUMN pending');
  }
}

/** One for each member: a new one takes the place of the old one, and it goes when the membership goes. */
function invitations(t: ColumnTypes): string {
  return `CREATE TABLE invitations (
    company_id ${t.id} NOT NULL,
    user_id ${t.id} NOT NULL,
    token_hash ${t.bytes(32)} NOT NULL,
    expires_at ${t.time} NOT NULL,
    used_at ${t.time} NULL,
    PRIMARY KEY (company_id, user_id),
    CONSTRAINT invitations_token UNIQUE (token_hash),
    CONSTRAINT invitations_member FOREIGN KEY (company_id, user_id)
      REFERENCES members (company_id, user_id) ON DELETE CASCADE
  )`;
}

/** One for each user. `company_id` is null when an operator issued it. */
function passwordResets(t: ColumnTypes): string {
  return `CREATE TABLE password_resets (
    user_id ${t.id} NOT NULL PRIMARY KEY,
    token_hash ${t.bytes(32)} NOT NULL,
    company_id ${t.id} NULL,
    issued_by ${t.id} NOT NULL,
    expires_at ${t.time} NOT NULL,
    used_at ${t.time} NULL,
    CONSTRAINT password_resets_token UNIQUE (token_hash),
    CONSTRAINT password_resets_user FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT password_resets_issuer FOREIGN KEY (issued_by) REFERENCES users (id),
    CONSTRAINT password_resets_company FOREIGN KEY (company_id) REFERENCES companies (id)
  )`;
}

/** `subject` is a hash: whose names were tried, and from where, stays unknown to who reads the table. */
function guessCounts(t: ColumnTypes): string {
  return `CREATE TABLE guess_counts (
    subject ${t.bytes(32)} NOT NULL PRIMARY KEY,
    used ${t.count} NOT NULL,
    ends_at ${t.time} NOT NULL
  )`;
}
