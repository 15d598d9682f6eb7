import { Reader, UnitOfWork, FastReader } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { type TestApp } from './test-app';

/** What an instance says about itself and reads of the log every 200 ms, whatever is asked of it. */
const ofHeartbeats = [
  /^(UPDATE|INSERT INTO|DELETE FROM) instances\b/,
  /^SELECT seq, hash FROM event_head WHERE id = \?$/,
  /^SELECT seq, hash, company_id, type, target_id FROM events\b/,
];

/** Every SQL statement that the application sends while `work` runs, without its values; its heartbeats aside. */
export async function statementsOf(
  test: Pick<TestApp, 'app'>,
  work: () => Promise<unknown>,
): Promise<string[]> {
  const said: string[] = [];
  const writing = await test.app
    .get(UnitOfWork)
    .run((tx) => Promise.resolve(managerOf(tx).dataSource.logger));
  const reading = [Reader, FastReader].map((way) => managerOf(test.app.get(way)).dataSource.logger);
  const loggers = new Set([writing, ...reading]);
  const note = (statement: string): void => {
    const sql = statement.replace(/\b\d+\b/g, '?');
    if (!ofHeartbeats.some((heartbeat) => heartbeat.test(sql))) said.push(sql);
  };
  const spies = [...loggers].map((logger) => jest.spyOn(logger, 'logQuery').mockImplementation(note));
  await work();
  for (const spy of spies) spy.mockRestore();
  return said;
}
