import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/**
 * What lists of keys are sorted by. The expiry is computed by the database from what a secret stores, and from the maximum of the policy
 * that was applied to it last: `capped_days`, 0 for none. A former version leaves that empty, and the server fills it in the
 * background; it also applies each policy again of which `recapped_days` is no longer the maximum.
 */
export class ListedKeys1790000000035 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await addColumn(runner, 'key_secrets', 'capped_days', `${t.count} NULL`);
    await addColumn(
      runner,
      'key_secrets',
      'listed_expires_at',
      `${t.time} GENERATED ALWAYS AS (${expiry}) VIRTUAL`,
    );
    await addColumn(runner, 'key_policies', 'recapped_days', `${t.count} NULL`);
    await runner.query('UPDATE key_policies SET recapped_days = COALESCE(max_lifetime_days, 0)');
    await addColumn(runner, 'key_policies', 'recap_due', `${t.flag} GENERATED ALWAYS AS (${isDue}) VIRTUAL`);
    for (const [name, table, columns] of indexes) {
      if (!(await isThere(runner, name))) await runner.query(`CREATE INDEX ${name} ON ${table} (${columns})`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const isMysql = runner.dataSource.options.type === 'mysql';
    for (const [name, table] of indexes)
      await runner.query(`DROP INDEX ${name}${isMysql ? ` ON ${table}` : ''}`);
    for (const [table, column] of columns) await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
  }
}

const cap = 'issued_at + capped_days * 86400000';
// SQLite holds text in a column of numbers: such a time is none.
const expiry = `CASE WHEN ROUND(expires_at) <> expires_at THEN NULL
  WHEN capped_days > 0 AND (expires_at IS NULL OR expires_at > ${cap}) THEN ${cap} ELSE expires_at END`;
const isDue = 'CASE WHEN COALESCE(recapped_days, 0) = COALESCE(max_lifetime_days, 0) THEN 0 ELSE 1 END';

const columns = [
  ['key_policies', 'recap_due'],
  ['key_policies', 'recapped_days'],
  ['key_secrets', 'listed_expires_at'],
  ['key_secrets', 'capped_days'],
] as const;

const indexes = [
  ['api_keys_by_name', 'api_keys', 'company_id, name_folded, id'],
  ['api_keys_by_maker', 'api_keys', 'company_id, created_by, id'],
  ['key_secrets_listed', 'key_secrets', 'company_id, superseded_at, listed_expires_at, key_id'],
  ['key_secrets_capped', 'key_secrets', 'capped_days, superseded_at'],
  ['key_usage_listed', 'key_usage', 'company_id, last_used_at, key_id'],
  ['key_policies_recap', 'key_policies', 'recap_due'],
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
