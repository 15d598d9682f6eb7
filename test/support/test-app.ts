import { seedDemo } from '../../src/demo';
import { bootOn, type TestApp } from './boot';
import { createMigratedDatabase } from './migrated-database';
import { TestClock } from './test-clock';

export { type TestApp };

/** What outlives a restart. Who hands it in drops the database. */
export type Ground = Pick<TestApp, 'database' | 'clock'>;

/** The real application on a database of its own without rows, with a clock that the test moves; or on given ground. */
export async function startApp(
  choice: { demo?: boolean; env?: Record<string, string>; on?: Ground } = {},
): Promise<TestApp> {
  const database = choice.on?.database ?? (await createMigratedDatabase());
  const test = await bootOn(database, choice.on?.clock ?? new TestClock(), choice.env ?? {});
  if (choice.demo) await seedDemo(test.app);
  return {
    ...test,
    close: async () => {
      await test.close();
      if (choice.on === undefined) await database.drop();
    },
  };
}
