import { type QueryRunner } from 'typeorm';
import { addColumn, type ColumnTypes, columnTypes, type StatedMigration } from '../platform/database';

/**
 * What a service key may do, until when and from where, who made it, and keys that are for no product in particular; and step-up tokens
 * of operators, who act for no company. A former version that runs beside this one knows service keys that verify: it lets each verify
 * the keys of its product, whatever its permissions, its expiry and its addresses, and one without a product verifies nothing there.
 */
export class PlatformServiceKeys1790000000039 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    if (isMysql(runner)) {
      await runner.query(`ALTER TABLE service_keys MODIFY COLUMN product_code ${t.text(63)} NULL`);
      await runner.query(`ALTER TABLE step_up_tokens MODIFY COLUMN company_id ${t.id} NULL`);
    } else {
      await rebuildServiceKeys(runner, t, 'NULL');
      await rebuildStepUpTokens(runner, t, 'NULL');
    }
    await addColumn(runner, 'service_keys', 'permissions', `${t.json} NULL`);
    await addColumn(runner, 'service_keys', 'allowed_addresses', `${t.json} NULL`);
    await addColumn(runner, 'service_keys', 'expires_at', `${t.time} NULL`);
    await addColumn(runner, 'service_keys', 'created_by', `${t.id} NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    // What a former version has no words for.
    await runner.query('DELETE FROM service_keys WHERE product_code IS NULL');
    await runner.query('DELETE FROM step_up_tokens WHERE company_id IS NULL');
    for (const column of ['created_by', 'expires_at', 'allowed_addresses', 'permissions'])
      await runner.query(`ALTER TABLE service_keys DROP COLUMN ${column}`);
    if (isMysql(runner)) {
      await runner.query(`ALTER TABLE service_keys MODIFY COLUMN product_code ${t.text(63)} NOT NULL`);
      await runner.query(`ALTER TABLE step_up_tokens MODIFY COLUMN company_id ${t.id} NOT NULL`);
    } else {
      await rebuildServiceKeys(runner, t, 'NOT NULL');
      await rebuildStepUpTokens(runner, t, 'NOT NULL');
    }
  }
}

function isMysql(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'mysql';
}

/** SQLite changes no column in place. Nothing refers to either table. */
async function rebuildServiceKeys(runner: QueryRunner, t: ColumnTypes, product: string): Promise<void> {
  const columns = 'id, name, product_code, digest, pepper_version, start, last4, created_at, revoked_at';
  const table = `CREATE TABLE service_keys (
    id ${t.id} NOT NULL PRIMARY KEY,
    name ${t.text(100)} NOT NULL,
    product_code ${t.text(63)} ${product},
    digest ${t.bytes(32)} NOT NULL,
    pepper_version ${t.text(16)} NOT NULL,
    start ${t.text(32)} NOT NULL,
    last4 ${t.text(4)} NOT NULL,
    created_at ${t.time} NOT NULL,
    revoked_at ${t.time} NULL,
    CONSTRAINT service_keys_digest UNIQUE (digest),
    CONSTRAINT service_keys_product FOREIGN KEY (product_code) REFERENCES products (code)
  )`;
  await rebuild(runner, 'service_keys', columns, `${table} ${t.table}`);
}

async function rebuildStepUpTokens(runner: QueryRunner, t: ColumnTypes, company: string): Promise<void> {
  const columns =
    'id, token_hash, session_id, company_id, factor, action, kind, key_id, product, expires_at, spent_at';
  const table = `CREATE TABLE step_up_tokens (
    id ${t.id} NOT NULL PRIMARY KEY,
    token_hash ${t.bytes(32)} NOT NULL,
    session_id ${t.id} NOT NULL,
    company_id ${t.id} ${company},
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
  await rebuild(runner, 'step_up_tokens', columns, `${table} ${t.table}`);
  await runner.query('CREATE INDEX step_up_tokens_expiry ON step_up_tokens (expires_at)');
}

async function rebuild(runner: QueryRunner, name: string, columns: string, table: string): Promise<void> {
  await runner.query(`CREATE TABLE kept_rows AS SELECT ${columns} FROM ${name}`);
  await runner.query(`DROP TABLE ${name}`);
  await runner.query(table);
  await runner.query(`INSERT INTO ${name} (${columns}) SELECT ${columns} FROM kept_rows`);
  await runner.query('DROP TABLE kept_rows');
}
