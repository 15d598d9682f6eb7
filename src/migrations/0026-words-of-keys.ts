import { type QueryRunner } from 'typeorm';
import { type StatedMigration } from '../platform/database';

/**
 * Finds a word of one key in an index alone: counting a search asks it for each key that may match. The index takes the place of
 * the one that has no words, which on MySQL the foreign key has made for itself.
 */
export class WordsOfKeys1790000000026 implements StatedMigration {
  readonly runsWith = '0.1.0';

  async up(runner: QueryRunner): Promise<void> {
    await replaceIndex(runner, formerIndex(runner), {
      name: 'key_words_of_one',
      columns: 'company_id, key_id, word',
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceIndex(runner, 'key_words_of_one', {
      name: formerIndex(runner),
      columns: 'company_id, key_id',
    });
  }
}

interface Index {
  readonly name: string;
  readonly columns: string;
}

function formerIndex(runner: QueryRunner): string {
  return isMysql(runner) ? 'key_words_of_key' : 'key_words_key';
}

/**
 * On MySQL each statement is committed by itself: one that stopped half way through is carried on. An index that a foreign key has
 * made goes by itself where another serves the key, too.
 */
async function replaceIndex(runner: QueryRunner, former: string, { name, columns }: Index): Promise<void> {
  if (!(await isThere(runner, name))) await runner.query(`CREATE INDEX ${name} ON key_words (${columns})`);
  if (await isThere(runner, former))
    await runner.query(`DROP INDEX ${former}${isMysql(runner) ? ' ON key_words' : ''}`);
}

async function isThere(runner: QueryRunner, index: string): Promise<boolean> {
  const found = await runner.manager.query<unknown[]>(
    isMysql(runner)
      ? `SELECT 1 FROM information_schema.statistics
         WHERE table_schema = DATABASE() AND table_name = 'key_words' AND index_name = ? LIMIT 1`
      : `SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?`,
    [index],
  );
  return found.length > 0;
}

function isMysql(runner: QueryRunner): boolean {
  return runner.dataSource.options.type === 'mysql';
}
