import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnTypes } from '../platform/database';

export class Operators1790000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await runner.query(`ALTER TABLE users ADD COLUMN operator ${t.flag} NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users DROP COLUMN operator');
  }
}
