import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { type ColumnTypes, columnTypes } from '../platform/database';

export class Keys1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    for (const table of [keys(t), secrets(t), usage(t), vectors(t)])
      await runner.query(`${table} ${t.table}`);
    await runner.query('CREATE INDEX api_keys_name ON api_keys (company_id, kind, name_folded)');
    await runner.query('CREATE INDEX api_keys_owner_index ON api_keys (company_id, owner_id)');
    await runner.query('CREATE INDEX key_secrets_key ON key_secrets (company_id, key_id, superseded_at)');
    await runner.query('CREATE INDEX key_secrets_start ON key_secrets (company_id, start)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['crypto_vectors', 'key_usage', 'key_secrets', 'api_keys']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

function keys(t: ColumnTypes): string {
  return `CREATE TABLE api_keys (
    id ${t.id} NOT NULL PRIMARY KEY,
    company_id ${t.id} NOT NULL,
    kind ${t.text(16)} NOT NULL,
    name ${t.text(100)} NULL,
    name_folded ${t.text(200)} NULL,
    product_code ${t.text(64)} NULL,
    owner_id ${t.id} NULL,
    permissions ${t.json} NULL,
    allowed_addresses ${t.json} NULL,
    rate_limits ${t.json} NULL,
    quota ${t.json} NULL,
    created_at ${t.time} NOT NULL,
    created_by ${t.id} NOT NULL,
    revoked_at ${t.time} NULL,
    revoked_reason ${t.text(200)} NULL,
    deleted_at ${t.time} NULL,
    CONSTRAINT api_keys_company_id UNIQUE (company_id, id),
    CONSTRAINT api_keys_company FOREIGN KEY (company_id) REFERENCES companies (id),
    CONSTRAINT api_keys_maker FOREIGN KEY (created_by) REFERENCES users (id),
    CONSTRAINT api_keys_owner FOREIGN KEY (owner_id) REFERENCES users (id)
  )`;
}

/** `superseded_at` is null for the newest secret of a key; `ends_at` is when a superseded one stops working. */
function secrets(t: ColumnTypes): string {
  return `CREATE TABLE key_secrets (
    id ${t.id} NOT NULL PRIMARY KEY,
    company_id ${t.id} NOT NULL,
    key_id ${t.id} NOT NULL,
    digest ${t.bytes(32)} NOT NULL,
    pepper_version ${t.text(16)} NOT NULL,
    start ${t.text(32)} NULL,
    last4 ${t.text(4)} NOT NULL,
    issued_at ${t.time} NOT NULL,
    expires_at ${t.time} NULL,
    superseded_at ${t.time} NULL,
    ends_at ${t.time} NULL,
    ciphertext ${t.blob} NULL,
    wrapped_key ${t.blob} NULL,
    kek_version ${t.text(16)} NULL,
    noticed_at ${t.time} NULL,
    CONSTRAINT key_secrets_digest UNIQUE (digest),
    CONSTRAINT key_secrets_of_key FOREIGN KEY (company_id, key_id) REFERENCES api_keys (company_id, id)
  )`;
}

function usage(t: ColumnTypes): string {
  return `CREATE TABLE key_usage (
    company_id ${t.id} NOT NULL,
    key_id ${t.id} NOT NULL,
    last_used_at ${t.time} NOT NULL,
    address ${t.text(64)} NULL,
    user_agent ${t.text(255)} NULL,
    PRIMARY KEY (company_id, key_id),
    CONSTRAINT key_usage_of_key FOREIGN KEY (company_id, key_id) REFERENCES api_keys (company_id, id)
  )`;
}

function vectors(t: ColumnTypes): string {
  return `CREATE TABLE crypto_vectors (
    purpose ${t.text(16)} NOT NULL,
    version ${t.text(16)} NOT NULL,
    vector ${t.blob} NOT NULL,
    PRIMARY KEY (purpose, version)
  )`;
}
