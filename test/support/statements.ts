import { type Logger } from 'typeorm';
import { Reader } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { type TestApp } from './test-app';

/** Runs `work`. @returns the statements that were read with meanwhile, each with how many parameters it had. */
export async function statementsOf(test: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const { dataSource } = managerOf(test.app.get(Reader));
  const usual = dataSource.logger;
  const seen: string[] = [];
  const nothing = (): void => undefined;
  const counting: Logger = {
    logQuery: (query, parameters) => void seen.push(`${query} (${parameters?.length ?? 0})`),
    logQueryError: nothing,
    logQuerySlow: nothing,
    logSchemaBuild: nothing,
    logMigration: nothing,
    log: nothing,
  };
  dataSource.logger = counting;
  try {
    await work();
  } finally {
    dataSource.logger = usual;
  }
  return seen;
}
