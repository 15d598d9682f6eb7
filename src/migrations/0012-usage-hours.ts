import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnTypes } from '../platform/database';

const outcomes = [
  'valid',
  'company_suspended',
  'revoked',
  'expired',
  'disabled',
  'product_disabled',
  'owner_inactive',
  'sign_in_not_granted',
  'username_mismatch',
  'address_not_allowed',
  'insufficient_permission',
  'rate_limited',
  'usage_exceeded',
];

export class UsageHours1790000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await runner.query(`CREATE TABLE key_usage_hours (
      company_id ${t.id} NOT NULL,
      key_id ${t.id} NOT NULL,
      hour ${t.time} NOT NULL,
      ${outcomes.map((outcome) => `${outcome} ${t.count} NOT NULL`).join(', ')},
      PRIMARY KEY (company_id, key_id, hour),
      CONSTRAINT key_usage_hours_of_key FOREIGN KEY (company_id, key_id) REFERENCES api_keys (company_id, id)
    ) ${t.table}`);
    // The first is for sums over all keys of a company, the second for deleting what is old.
    await runner.query('CREATE INDEX key_usage_hours_company ON key_usage_hours (company_id, hour)');
    await runner.query('CREATE INDEX key_usage_hours_age ON key_usage_hours (hour)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE key_usage_hours');
  }
}
