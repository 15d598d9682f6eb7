import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/** The secrets of an answer to a request with an `Idempotency-Key`, sealed, and until when. A former version leaves both null. */
export class SealedSecrets1790000000024 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await addColumn(runner, 'idempotency_keys', 'sealed', `${t.blob} NULL`);
    await addColumn(runner, 'idempotency_keys', 'sealed_until', `${t.time} NULL`);
    await runner.query('CREATE INDEX idempotency_keys_sealed ON idempotency_keys (sealed_until)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const onTable = runner.dataSource.options.type === 'mysql' ? ' ON idempotency_keys' : '';
    await runner.query(`DROP INDEX idempotency_keys_sealed${onTable}`);
    for (const column of ['sealed_until', 'sealed'])
      await runner.query(`ALTER TABLE idempotency_keys DROP COLUMN ${column}`);
  }
}
