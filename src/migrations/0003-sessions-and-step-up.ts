import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { type ColumnTypes, columnTypes } from '../platform/database';

export class SessionsAndStepUp1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    for (const table of [sessions(t), stepUpTokens(t), factorAttempts(t)])
      await runner.query(`${table} ${t.table}`);
    await runner.query('CREATE INDEX sessions_user ON sessions (user_id, id)');
    await runner.query('CREATE INDEX sessions_expiry ON sessions (expires_at)');
    await runner.query('CREATE INDEX step_up_tokens_expiry ON step_up_tokens (expires_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['factor_attempts', 'step_up_tokens', 'sessions'])
      await runner.query(`DROP TABLE ${table}`);
  }
}

function sessions(t: ColumnTypes): string {
  return `CREATE TABLE sessions (
    id ${t.id} NOT NULL PRIMARY KEY,
    token_hash ${t.bytes(32)} NOT NULL,
    user_id ${t.id} NOT NULL,
    company_id ${t.id} NULL,
    key_id ${t.id} NULL,
    secret_id ${t.id} NULL,
    created_at ${t.time} NOT NULL,
    seen_at ${t.time} NOT NULL,
    expires_at ${t.time} NOT NULL,
    address ${t.text(64)} NULL,
    user_agent ${t.text(255)} NULL,
    CONSTRAINT sessions_token UNIQUE (token_hash),
    CONSTRAINT sessions_of_user FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT sessions_company FOREIGN KEY (company_id) REFERENCES companies (id)
  )`;
}

function stepUpTokens(t: ColumnTypes): string {
  return `CREATE TABLE step_up_tokens (
    id ${t.id} NOT NULL PRIMARY KEY,
    token_hash ${t.bytes(32)} NOT NULL,
    session_id ${t.id} NOT NULL,
    company_id ${t.id} NOT NULL,
    factor ${t.text(16)} NOT NULL,
    action ${t.text(16)} NOT NULL,
    kind ${t.text(16)} NOT NULL,
    key_id ${t.id} NULL,
    product ${t.text(64)} NULL,
    expires_at ${t.time} NOT NULL,
    spent_at ${t.time} NULL,
    CONSTRAINT step_up_tokens_token UNIQUE (token_hash),
    CONSTRAINT step_up_tokens_session FOREIGN KEY (session_id) REFERENCES sessions (id) ON DELETE CASCADE,
    CONSTRAINT step_up_tokens_company FOREIGN KEY (company_id) REFERENCES companies (id)
  )`;
}

function factorAttempts(t: ColumnTypes): string {
  return `CREATE TABLE factor_attempts (
    user_id ${t.id} NOT NULL,
    factor ${t.text(16)} NOT NULL,
    used ${t.count} NOT NULL,
    locked_until ${t.time} NULL,
    PRIMARY KEY (user_id, factor),
    CONSTRAINT factor_attempts_user FOREIGN KEY (user_id) REFERENCES users (id)
  )`;
}
