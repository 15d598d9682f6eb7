import { type RunningApp } from '../../src/app.setup';
import { makeOperator } from '../../src/cli/make-operator';
import { type Config, loadConfig } from '../../src/platform/config';
import { DatabaseInUse } from '../../src/platform/database/single-process';
import { Client, createTestDatabase, password, type TestDatabase } from '../support';
import { compose } from '../support/compose';

describe('npm run operator', () => {
  let database: TestDatabase;
  let config: Config;

  beforeAll(async () => {
    database = await createTestDatabase();
    config = loadConfig({ ...database.env, LOG_LEVEL: 'silent' });
  });
  afterAll(() => database.drop());

  const start = (): Promise<RunningApp> => compose(database.env);

  it('makes somebody who signs in and runs the platform, in no company', async () => {
    await makeOperator(config, ' "Ops@Kunci.test"\u200b ', password);
    const running = await start();
    const operator = await new Client(running.app).signIn('ops@kunci.test', password);
    expect((await operator.get('/sessions/current')).body).toMatchObject({ company: null, permissions: [] });
    expect(await operator.get('/platform/companies')).toMatchObject({ status: 200 });
    await running.close();
  });

  it('refuses a name that is taken or cannot be, and a poor password', async () => {
    await expect(makeOperator(config, 'ops@kunci.test', password)).rejects.toThrow('This username is taken');
    await expect(makeOperator(config, 'a:b', password)).rejects.toThrow('cannot be a username');
    await expect(makeOperator(config, 'second@kunci.test', 'short')).rejects.toThrow('12 to 256 characters');
  });

  it('needs the server stopped on SQLite, and does not on MySQL', async () => {
    const running = await start();
    const made = makeOperator(config, 'third@kunci.test', password);
    if (database.kind === 'sqlite') await expect(made).rejects.toThrow(DatabaseInUse);
    else await expect(made).resolves.toEqual({ username: 'third@kunci.test' });
    await running.close();
  });
});
