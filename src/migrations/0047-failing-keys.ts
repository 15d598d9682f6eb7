import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/**
 * The hours in which keys were refused, so that an index leads to these keys alone. The database computes it of the counts, whichever version
 * writes them. A new reason for refusing a key has to be added to it.
 */
export class FailingKeys1790000000047 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const computed = `${columnTypes(runner).time} GENERATED ALWAYS AS (${failingHour}) VIRTUAL`;
    await addColumn(runner, 'key_usage_hours', 'failing_hour', computed);
    await runner.query(
      'CREATE INDEX key_usage_hours_failing ON key_usage_hours (company_id, failing_hour, key_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    const onTable = runner.dataSource.options.type === 'mysql' ? ' ON key_usage_hours' : '';
    await runner.query(`DROP INDEX key_usage_hours_failing${onTable}`);
    await runner.query('ALTER TABLE key_usage_hours DROP COLUMN failing_hour');
  }
}

const refusals = [
  ...['company_suspended', 'revoked', 'expired', 'disabled', 'product_disabled', 'owner_inactive'],
  ...['sign_in_not_granted', 'username_mismatch', 'address_not_allowed', 'environment_mismatch'],
  ...['insufficient_permission', 'rate_limited', 'usage_exceeded'],
];
const failingHour = `CASE WHEN ${refusals.join(' + ')} > 0 THEN hour ELSE NULL END`;
