import { type QueryRunner } from 'typeorm';
import { columnTypes, type StatedMigration } from '../platform/database';

/**
 * The words by which keys are found. `words_of` is the name whose words are in the table, and `words_due` says that it is not the
 * name of the key: so it is for every key at first, and for what a former version makes or renames. The server fills the table in
 * the background.
 */
export class KeyWords1790000000017 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    const t = columnTypes(runner);
    await runner.query(`CREATE TABLE IF NOT EXISTS key_words (
      company_id ${t.id} NOT NULL,
      kind ${t.text(16)} NOT NULL,
      word ${t.text(64)} NOT NULL,
      key_id ${t.id} NOT NULL,
      PRIMARY KEY (company_id, kind, word, key_id),
      CONSTRAINT key_words_of_company FOREIGN KEY (company_id) REFERENCES companies (id),
      CONSTRAINT key_words_of_key FOREIGN KEY (company_id, key_id) REFERENCES api_keys (company_id, id)
    ) ${t.table}`);
    // MySQL makes this index by itself, for the foreign key.
    if (runner.dataSource.options.type !== 'mysql')
      await runner.query('CREATE INDEX key_words_key ON key_words (company_id, key_id)');
    // On MySQL each statement is committed by itself: one that stopped half way through is carried on.
    const add = async (column: string, type: string): Promise<void> => {
      if (await runner.hasColumn('api_keys', column)) return;
      await runner.query(`ALTER TABLE api_keys ADD COLUMN ${column} ${type}`);
    };
    await add('words_of', `${t.text(100)} NULL`);
    // A virtual column: its value is computed when a row is read, and stored in the index only.
    await add('words_due', `${t.flag} GENERATED ALWAYS AS (${isDue}) VIRTUAL`);
    await runner.query('CREATE INDEX api_keys_words_due ON api_keys (words_due, company_id, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    const onTable = runner.dataSource.options.type === 'mysql' ? ' ON api_keys' : '';
    await runner.query(`DROP INDEX api_keys_words_due${onTable}`);
    await runner.query('ALTER TABLE api_keys DROP COLUMN words_due');
    await runner.query('ALTER TABLE api_keys DROP COLUMN words_of');
    await runner.query('DROP TABLE key_words');
  }
}

const isDue = 'CASE WHEN name = words_of THEN 0 WHEN name IS NULL AND words_of IS NULL THEN 0 ELSE 1 END';
