import { UsageBuffer } from '../../src/usage';
import { Client } from './client';
import { compose, type Composed } from './compose';
import { type TestClock } from './test-clock';
import { type TestDatabase } from './test-database';

export interface TestApp extends Composed {
  readonly database: TestDatabase;
  readonly clock: TestClock;
  /** Nobody in particular. */
  readonly anyone: Client;
  /** Writes what the background would write within two seconds. */
  settle(): Promise<void>;
}

/**
 * The application on a database that is there already, and stays when it is closed: for what outlives a restart.
 * @throws what keeps it from running.
 */
export async function bootOn(
  database: TestDatabase,
  clock: TestClock,
  env: Record<string, string>,
): Promise<TestApp> {
  const composed = await compose({ ...database.env, ...env }, { clock });
  const { app } = composed;
  const settle = () => app.get(UsageBuffer).drain();
  return { ...composed, database, clock, anyone: new Client(app), settle };
}
