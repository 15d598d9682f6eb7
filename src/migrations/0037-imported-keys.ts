import { type QueryRunner } from 'typeorm';
import { addColumn, columnTypes, type StatedMigration } from '../platform/database';

/**
 * Keys that another system issued: how it hashed their secrets, until when they have to be used, and how they are spelled. A former
 * version beside this one refuses all of them by their spelling, and shows those that nobody has used without that end.
 */
export class ImportedKeys1790000000037 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await addColumn(runner, 'key_secrets', 'foreign_algorithm', `${t.text(32)} NULL`);
    await addColumn(runner, 'key_secrets', 'seen_by', `${t.time} NULL`);
    await addColumn(runner, 'key_secrets', 'import_mark', `${t.bytes(32)} NULL`);
    await runner.query('CREATE INDEX key_secrets_seen_by ON key_secrets (company_id, seen_by, key_id)');
    await runner.query('CREATE UNIQUE INDEX key_secrets_import ON key_secrets (company_id, import_mark)');
    await runner.query(`CREATE TABLE key_shapes (
      id ${t.id} NOT NULL PRIMARY KEY,
      company_id ${t.id} NOT NULL,
      prefix ${t.text(16)} NOT NULL,
      length ${t.count} NOT NULL,
      alphabet ${t.text(16)} NOT NULL,
      CONSTRAINT key_shapes_shape UNIQUE (company_id, prefix, length, alphabet),
      CONSTRAINT key_shapes_company FOREIGN KEY (company_id) REFERENCES companies (id)
    ) ${t.table}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE key_shapes');
    const onTable = runner.dataSource.options.type === 'mysql' ? ' ON key_secrets' : '';
    for (const index of ['key_secrets_import', 'key_secrets_seen_by'])
      await runner.query(`DROP INDEX ${index}${onTable}`);
    for (const column of ['import_mark', 'seen_by', 'foreign_algorithm'])
      await runner.query(`ALTER TABLE key_secrets DROP COLUMN ${column}`);
  }
}
