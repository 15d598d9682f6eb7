import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnTypes } from '../platform/database';

export class IdempotencyKeys1790000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await runner.query(`CREATE TABLE idempotency_keys (
      principal_hash ${t.bytes(32)} NOT NULL,
      key_hash ${t.bytes(32)} NOT NULL,
      route ${t.text(128)} NOT NULL,
      request_hash ${t.bytes(32)} NOT NULL,
      held ${t.json} NOT NULL,
      status ${t.count} NULL,
      answer ${t.json} NULL,
      created_at ${t.time} NOT NULL,
      PRIMARY KEY (principal_hash, key_hash, route)
    ) ${t.table}`);
    await runner.query('CREATE INDEX idempotency_keys_age ON idempotency_keys (created_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE idempotency_keys');
  }
}
