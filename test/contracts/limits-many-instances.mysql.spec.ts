import { type RunningApp } from '../../src/app.setup';
import { aCompany, aKey, Client, startApp, type TestApp, type TestCompany } from '../support';
import { compose } from '../support/compose';

const minute = { name: 'minute', limit: 100, windowSeconds: 60 };
const hour = { name: 'hour', limit: 1_000, windowSeconds: 3_600 };

describe('the limits of a key that is used on two processes', () => {
  let test: TestApp;
  let company: TestCompany;
  let other: RunningApp;

  const startOther = (): Promise<RunningApp> => compose(test.database.env, { clock: test.clock });
  const fiftyAtOnce = async (secret: string): Promise<number[]> => {
    const [one, two] = [test.anyone.withKey(secret), new Client(other.app).withKey(secret)];
    const calls = Array.from({ length: 50 }, (_, call) =>
      (call % 2 === 0 ? one : two).get('/sales_invoices'),
    );
    return (await Promise.all(calls)).map(({ status }) => status);
  };
  const remaining = async (key: string): Promise<number> =>
    (await company.owner.post('/keys/verify', { key, cost: 0 })).body.rateLimits[0].remaining;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    other = await startOther();
  });
  afterAll(async () => {
    await other.close();
    await test.close();
  });

  it.each([
    ['a window', { rateLimits: [hour, { ...minute, limit: 1 }] }],
    ['a quota', { rateLimits: [hour], quota: { limit: 1, refill: 'day' } }],
  ])('let one of fifty calls at once through with one left in %s', async (_what, input) => {
    const { secret } = await aKey(company.owner, input);
    const statuses = await fiftyAtOnce(secret);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 429)).toHaveLength(49);
  });

  it('let all through where there is room for all', async () => {
    const { secret } = await aKey(company.owner, { rateLimits: [minute, hour] });
    expect(new Set(await fiftyAtOnce(secret))).toEqual(new Set([200]));
  });

  it('are whole again when a process ends', async () => {
    const { secret } = await aKey(company.owner, { rateLimits: [minute] });
    const leaving = await startOther();
    expect((await new Client(leaving.app).withKey(secret).get('/sales_invoices')).status).toBe(200);
    expect(await remaining(secret)).toBe(95);
    await leaving.close();
    expect(await remaining(secret)).toBe(99);
  });
});
