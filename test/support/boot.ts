import { createApp } from '../../src/app.setup';
import { loadConfig } from '../../src/platform/config';
import { createLogger } from '../../src/platform/logging';
import { UsageBuffer } from '../../src/usage';
import { Client } from './client';
import { type TestApp } from './test-app';
import { type TestClock } from './test-clock';
import { type TestDatabase } from './test-database';

/**
 * The application on a database that is there already, and stays when it is closed: for what outlives a restart.
 * @throws what keeps it from running.
 */
export async function bootOn(
  database: TestDatabase,
  clock: TestClock,
  env: Record<string, string>,
): Promise<TestApp> {
  const config = loadConfig({ ...database.env, LOG_LEVEL: 'info', ...env });
  const logged: string[] = [];
  const log = createLogger(config.logLevel, { write: (line) => void logged.push(line) });
  const { app, document, close } = await createApp(config, log, clock);
  const settle = () => app.get(UsageBuffer).drain();
  return { app, config, database, clock, logged, document, anyone: new Client(app), settle, close };
}
