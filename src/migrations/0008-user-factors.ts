import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { columnTypes } from '../platform/database';

export class UserFactors1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    // A `pending` secret stands beside the `active` one, which works until the new one is confirmed.
    await runner.query(`CREATE TABLE user_factors (
      user_id ${t.id} NOT NULL,
      factor ${t.text(16)} NOT NULL,
      standing ${t.text(16)} NOT NULL,
      hash ${t.text(255)} NULL,
      secret_id ${t.id} NULL,
      ciphertext ${t.blob} NULL,
      wrapped_key ${t.blob} NULL,
      kek_version ${t.text(16)} NULL,
      last_step ${t.count} NULL,
      confirmed_at ${t.time} NULL,
      PRIMARY KEY (user_id, factor, standing),
      CONSTRAINT user_factors_user FOREIGN KEY (user_id) REFERENCES users (id)
    ) ${t.table}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE user_factors');
  }
}
