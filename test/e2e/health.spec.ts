import { DATABASE, type Database } from '../../src/platform/database';
import { startApp, type TestApp } from '../support';

describe('health', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });
  afterAll(() => test.close());

  it.each(['/health/live', '/health/ready'])(
    '200 at %s for every caller, with or without credentials',
    async (path) => {
      const stale = test.anyone.with({ cookie: 'kunci_session=stale', 'x-api-key': 'no-key' });
      for (const client of [test.anyone, stale]) {
        expect(await client.get(path)).toMatchObject({ status: 200, body: { status: 'ok' } });
      }
    },
  );

  it.each(['/api/v1/health/live', '/core/api/v1/health/live', '/health'])(
    '404 at %s: it is outside of the API',
    async (path) => {
      expect((await test.anyone.get(path)).status).toBe(404);
    },
  );

  // The last one: the database does not come back.
  it('503 when the database is away: not ready, yet alive, and the reason stays private', async () => {
    await test.app.get<Database>(DATABASE).close();
    const ready = await test.anyone.get('/health/ready');

    expect(ready).toMatchObject({
      status: 503,
      body: { code: 'not-ready', detail: 'This instance cannot reach its database.' },
    });
    expect(Object.keys(ready.body).sort()).toEqual([
      'code',
      'detail',
      'requestId',
      'status',
      'title',
      'type',
    ]);
    expect((await test.anyone.get('/health/live')).status).toBe(200);
  });
});
