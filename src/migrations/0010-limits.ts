import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnTypes } from '../platform/database';

export class Limits1790000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await runner.query(`CREATE TABLE key_windows (
      company_id ${t.id} NOT NULL,
      key_id ${t.id} NOT NULL,
      name ${t.text(32)} NOT NULL,
      since ${t.time} NOT NULL,
      used ${t.count} NOT NULL,
      PRIMARY KEY (company_id, key_id, name),
      CONSTRAINT key_windows_of_key FOREIGN KEY (company_id, key_id) REFERENCES api_keys (company_id, id)
    ) ${t.table}`);
    await runner.query(`CREATE TABLE key_quotas (
      company_id ${t.id} NOT NULL,
      key_id ${t.id} NOT NULL,
      since ${t.time} NOT NULL,
      used ${t.count} NOT NULL,
      PRIMARY KEY (company_id, key_id),
      CONSTRAINT key_quotas_of_key FOREIGN KEY (company_id, key_id) REFERENCES api_keys (company_id, id)
    ) ${t.table}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE key_quotas');
    await runner.query('DROP TABLE key_windows');
  }
}
