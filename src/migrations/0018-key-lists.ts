import { type QueryRunner } from 'typeorm';
import { type StatedMigration } from '../platform/database';

/**
 * What lists of keys are read by. Those of `api_keys` end with the id, so that the newest of what they lead to stand together; those of
 * `key_secrets` hold the key, so that the rows are not looked at.
 */
export class KeyLists1790000000018 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, table, columns] of indexes) {
      if (!(await isThere(runner, name))) await runner.query(`CREATE INDEX ${name} ON ${table} (${columns})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const isMysql = runner.dataSource.options.type === 'mysql';
    for (const [name, table] of indexes)
      await runner.query(`DROP INDEX ${name}${isMysql ? ` ON ${table}` : ''}`);
  }
}

const indexes = [
  ['api_keys_listed', 'api_keys', 'company_id, deleted_at, id'],
  ['api_keys_kind', 'api_keys', 'company_id, kind, deleted_at, id'],
  ['api_keys_product', 'api_keys', 'company_id, product_code, deleted_at, id'],
  ['api_keys_live', 'api_keys', 'company_id, kind, revoked_at, id'],
  ['key_secrets_expiry', 'key_secrets', 'company_id, expires_at, key_id'],
  ['key_secrets_issue', 'key_secrets', 'company_id, issued_at, key_id'],
] as const;

/** On MySQL each statement is committed by itself: one that stopped half way through is carried on. */
async function isThere(runner: QueryRunner, index: string): Promise<boolean> {
  if (runner.dataSource.options.type !== 'mysql') return false;
  const found = await runner.manager.query<unknown[]>(
    'SELECT 1 FROM information_schema.statistics WHERE table_schema = DATABASE() AND index_name = ? LIMIT 1',
    [index],
  );
  return found.length > 0;
}
