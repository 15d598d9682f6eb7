import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnTypes } from '../platform/database';

export class Instances1790000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await runner.query(`CREATE TABLE instances (
      id ${t.id} NOT NULL PRIMARY KEY,
      position ${t.count} NOT NULL,
      seen_at ${t.time} NOT NULL
    ) ${t.table}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE instances');
  }
}
