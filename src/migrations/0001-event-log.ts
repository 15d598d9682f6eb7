import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnTypes } from '../platform/database';

export class EventLog1790000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await runner.query(`CREATE TABLE events (
      seq ${t.count} NOT NULL PRIMARY KEY,
      company_id ${t.id} NULL,
      at ${t.time} NOT NULL,
      type ${t.text(64)} NOT NULL,
      actor_kind ${t.text(16)} NOT NULL,
      actor_id ${t.id} NULL,
      actor_name ${t.text(254)} NULL,
      target_type ${t.text(32)} NOT NULL,
      target_id ${t.text(64)} NOT NULL,
      data ${t.json} NOT NULL,
      hash ${t.bytes(32)} NOT NULL
    ) ${t.table}`);
    await runner.query('CREATE INDEX events_company ON events (company_id, seq)');
    await runner.query('CREATE INDEX events_target ON events (company_id, target_id, type, seq)');
    await runner.query(`CREATE TABLE event_head (
      id ${t.count} NOT NULL PRIMARY KEY,
      seq ${t.count} NOT NULL,
      hash ${t.bytes(32)} NOT NULL
    ) ${t.table}`);
    await runner.query('INSERT INTO event_head (id, seq, hash) VALUES (1, 0, ?)', [Buffer.alloc(32)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE event_head');
    await runner.query('DROP TABLE events');
  }
}
