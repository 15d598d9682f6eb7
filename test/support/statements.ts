import { AsyncLocalStorage } from 'node:async_hooks';
import { Reader, UnitOfWork, FastReader } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { type TestApp } from './test-app';

/** How an instance renews its lease, in the background or, when that came late, for the request that needs it. */
const ofHeartbeats = [
  /^(UPDATE|INSERT INTO|DELETE FROM) instances\b/,
  /^SELECT seq, hash FROM event_head WHERE id = \?$/,
  /^SELECT seq, hash, company_id, type, target_id FROM events\b/,
];

/**
 * Every SQL statement that the application sends for `work`, without its values. What it sends meanwhile by itself, as heartbeats and
 * upkeep do, is not among them, because it does not descend from `work`. That holds for requests that are injected.
 */
export async function statementsOf(
  test: Pick<TestApp, 'app'>,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const said: string[] = [];
  const asked = new AsyncLocalStorage<true>();
  const writing = await test.app
    .get(UnitOfWork)
    .run((tx) => Promise.resolve(managerOf(tx).dataSource.logger));
  const reading = [Reader, FastReader].map((way) => managerOf(test.app.get(way)).dataSource.logger);
  const loggers = new Set([writing, ...reading]);
  const note = (statement: string): void => {
    const sql = statement.replace(/\b\d+\b/g, '?');
    if (asked.getStore() && !ofHeartbeats.some((heartbeat) => heartbeat.test(sql))) said.push(sql);
  };
  const spies = [...loggers].map((logger) => jest.spyOn(logger, 'logQuery').mockImplementation(note));
  await asked.run(true, work);
  for (const spy of spies) spy.mockRestore();
  return said;
}
