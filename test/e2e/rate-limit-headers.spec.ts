import { type Answer, aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';

const burst = { name: 'burst', limit: 2, windowSeconds: 60 };
const hourly = { name: 'hourly', limit: 100, windowSeconds: 3_600 };

describe('the headers of a limited key', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  const use = (secret: string): Promise<Answer> => test.anyone.withKey(secret).get('/core/api/v1/me');
  const limitsIn = ({ headers }: Answer) => [headers['ratelimit-policy'], headers['ratelimit']];

  it('200 name all windows, and what is left of the tightest', async () => {
    const { secret } = await aKey(company.owner, { rateLimits: [hourly, burst] });
    const answer = await use(secret);
    expect(answer.status).toBe(200);
    expect(limitsIn(answer)).toEqual(['"hourly";q=100;w=3600, "burst";q=2;w=60', '"burst";r=1;t=60']);
  });

  it('429 tell the same, and when to come again', async () => {
    const { secret } = await aKey(company.owner, { rateLimits: [burst] });
    await use(secret);
    await use(secret);
    const refused = await use(secret);
    expect(refused).toMatchObject({ status: 429, body: { code: 'rate-limited' } });
    expect(refused.headers['retry-after']).toBe('60');
    expect(limitsIn(refused)).toEqual(['"burst";q=2;w=60', '"burst";r=0;t=60']);
  });

  it('403 of such a key tell nothing: it was not counted', async () => {
    const { secret } = await aKey(company.owner, { rateLimits: [burst], permissions: [] });
    const refused = await test.anyone.withKey(secret).get('/sales_invoices');
    expect(refused.status).toBe(403);
    expect(limitsIn(refused)).toEqual([undefined, undefined]);
  });

  it('200 of a key without limits have none', async () => {
    const { secret } = await aKey(company.owner);
    expect(limitsIn(await use(secret))).toEqual([undefined, undefined]);
  });
});
