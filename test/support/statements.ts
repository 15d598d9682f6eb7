import { Reader, UnitOfWork, Urgent } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { type TestApp } from './test-app';

/** Every SQL statement that the application sends while `work` runs, without its values. */
export async function statementsOf(test: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const said: string[] = [];
  const writing = await test.app
    .get(UnitOfWork)
    .run((tx) => Promise.resolve(managerOf(tx).dataSource.logger));
  const reading = [Reader, Urgent].map((way) => managerOf(test.app.get(way)).dataSource.logger);
  const loggers = new Set([writing, ...reading]);
  const spies = [...loggers].map((logger) =>
    jest.spyOn(logger, 'logQuery').mockImplementation((sql) => void said.push(sql.replace(/\b\d+\b/g, '?'))),
  );
  await work();
  for (const spy of spies) spy.mockRestore();
  return said;
}
