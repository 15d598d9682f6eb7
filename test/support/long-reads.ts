import { type QueryRunner } from 'typeorm';
import { Reader } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { type TestApp } from './test-app';

interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/**
 * The statements of `work` that read more of these tables than they should: on MySQL more than so many rows, as its handler counts
 * them; on SQLite, which counts none, a whole table, or for each key what belongs to others. Each is run a second time.
 * @param of what the statements read that matter.
 */
export async function longReadsOf(
  test: TestApp,
  { of, maxRows }: { readonly of: RegExp; readonly maxRows: number },
  work: () => Promise<unknown>,
): Promise<string[]> {
  const said = (await readsOf(test, work)).filter(({ sql }) => of.test(sql));
  const runner = managerOf(test.app.get(Reader)).dataSource.createQueryRunner();
  try {
    const long: string[] = [];
    for (const statement of said) {
      const read =
        test.database.kind === 'mysql' ? rowsRead(runner, statement) : tablesScanned(runner, statement);
      if ((await read) > (test.database.kind === 'mysql' ? maxRows : 0))
        long.push(`${await read}: ${statement.sql}`);
    }
    return long;
  } finally {
    await runner.release();
  }
}

async function readsOf(test: TestApp, work: () => Promise<unknown>): Promise<Statement[]> {
  const said: Statement[] = [];
  const { logger } = managerOf(test.app.get(Reader)).dataSource;
  const spy = jest.spyOn(logger, 'logQuery').mockImplementation((sql, values) => {
    if (sql.startsWith('SELECT')) said.push({ sql, values: Array.isArray(values) ? values : [] });
  });
  await work();
  spy.mockRestore();
  return said;
}

async function rowsRead(runner: QueryRunner, { sql, values }: Statement): Promise<number> {
  await runner.query('FLUSH STATUS');
  await runner.query(sql, [...values]);
  const counters: { Value: string }[] = await runner.query(`SHOW SESSION STATUS LIKE 'Handler_read%'`);
  return counters.reduce((sum, { Value }) => sum + Number(Value), 0);
}

async function tablesScanned(runner: QueryRunner, { sql, values }: Statement): Promise<number> {
  const plan: { detail: string }[] = await runner.query(`EXPLAIN QUERY PLAN ${sql}`, [...values]);
  const isOfKeys = /FROM [`"]api_keys[`"]/.test(sql);
  return plan.filter(({ detail }) => detail.startsWith('SCAN') || (isOfKeys && leadsToOtherKeys(detail)))
    .length;
}

/** Whether a step looks for the secret or the words of a key among those of all keys of the company. */
function leadsToOtherKeys(step: string): boolean {
  return /^SEARCH (secret|superseded|entry) /.test(step) && !step.includes('key_id=?');
}
