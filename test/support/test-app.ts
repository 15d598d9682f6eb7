import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../../src/app.setup';
import { seedDemo } from '../../src/demo';
import { type Config, loadConfig } from '../../src/platform/config';
import { createLogger } from '../../src/platform/logging';
import { UsageBuffer } from '../../src/usage';
import { Client } from './client';
import { TestClock } from './test-clock';
import { createTestDatabase, type TestDatabase } from './test-database';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly config: Config;
  readonly database: TestDatabase;
  readonly clock: TestClock;
  /** Everything that was logged, as text. */
  readonly logged: string[];
  /** Nobody in particular. */
  readonly anyone: Client;
  /** What `/openapi.json` serves. */
  readonly document: Awaited<ReturnType<typeof createApp>>['document'];
  /** Writes what the background would write within two seconds. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** What outlives a restart. Who hands it in drops the database. */
export type Ground = Pick<TestApp, 'database' | 'clock'>;

/** The real application on an empty database of its own, with a clock that the test moves; or on given ground. */
export async function startApp(
  choice: { demo?: boolean; env?: Record<string, string>; on?: Ground } = {},
): Promise<TestApp> {
  const database = choice.on?.database ?? (await createTestDatabase());
  const config = loadConfig({ ...database.env, LOG_LEVEL: 'info', ...choice.env });
  const clock = choice.on?.clock ?? new TestClock();
  const logged: string[] = [];
  const log = createLogger(config.logLevel, { write: (line) => void logged.push(line) });
  const { app, document, close } = await createApp(config, log, clock);
  if (choice.demo) await seedDemo(app);
  return {
    app,
    config,
    database,
    clock,
    logged,
    document,
    anyone: new Client(app),
    settle: () => app.get(UsageBuffer).drain(),
    close: async () => {
      await close();
      if (choice.on === undefined) await database.drop();
    },
  };
}
