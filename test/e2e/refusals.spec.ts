import { aCompany, aKey, type Client, startApp, type TestApp, type TestCompany } from '../support';

interface Refusal {
  readonly keyId: string;
  readonly at: string;
  readonly reason: string;
  readonly address: string | null;
  readonly route: string | null;
  readonly requestId: string | null;
}

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
});
beforeEach(async () => {
  company = await aCompany(test);
});
afterAll(() => test.close());

async function refusals(query = '', client: Client = company.owner): Promise<Refusal[]> {
  const { status, body } = await client.get(`/usage/refusals?${query}`);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.data;
}

async function aRefusedKey(of: Client = company.owner, draft = {}) {
  const { key, secret } = await aKey(of, draft);
  await of.post(`/keys/${key.id}/disable`, {});
  return { key, secret };
}

describe('GET /usage/refusals', () => {
  it('200 reports each refused request: when, why, on which route, from where, and its id', async () => {
    const { key, secret } = await aRefusedKey();
    const refused = await test.anyone.withKey(secret).get('/sales_invoices');

    expect(await refusals(`keyId=${key.id}`)).toEqual([
      {
        keyId: key.id,
        at: test.clock.now().toISOString(),
        reason: 'DISABLED',
        address: '127.0.0.1',
        route: 'GET /api/v1/sales_invoices',
        requestId: refused.body.requestId,
      },
    ]);
  });

  it('200 reports a key that another service asked about, and not one that it only looked at', async () => {
    const { key, secret } = await aRefusedKey();
    await company.owner.post('/keys/verify', { key: secret, address: '192.0.2.9', cost: 0 });
    await company.owner.post('/keys/verify', { key: secret, address: '192.0.2.9' });

    expect(await refusals()).toMatchObject([{ keyId: key.id, address: '192.0.2.9', route: null }]);
  });

  it('200 says whose memory it is, and since when', async () => {
    const { body } = await company.owner.get('/usage/refusals');

    expect(body).toEqual({
      since: expect.stringMatching(/Z$/),
      instance: expect.any(String),
      kept: { perKey: 50, keys: 100 },
      data: [],
    });
  });

  it('200 by reason, time and number', async () => {
    const { secret } = await aRefusedKey();
    const { secret: elsewhere } = await aKey(company.owner, { allowedAddresses: ['192.0.2.1'] });
    const began = test.clock.now().toISOString();
    await test.anyone.withKey(secret).get('/sales_invoices');
    test.clock.advance(1_000);
    await test.anyone.withKey(elsewhere).get('/sales_invoices');
    const then = test.clock.now().toISOString();

    const reasons = async (query: string) => (await refusals(query)).map(({ reason }) => reason);
    expect(await reasons('')).toEqual(['ADDRESS_NOT_ALLOWED', 'DISABLED']);
    expect(await reasons('limit=1')).toEqual(['ADDRESS_NOT_ALLOWED']);
    expect(await reasons('reason=DISABLED')).toEqual(['DISABLED']);
    expect(await reasons(`from=${then}`)).toEqual(['ADDRESS_NOT_ALLOWED']);
    expect(await reasons(`from=${began}&to=${then}`)).toEqual(['DISABLED']);
  });

  it('200 never reports keys of another company, nor keys that one may not read', async () => {
    const { key, secret } = await aRefusedKey();
    await test.anyone.withKey(secret).get('/sales_invoices');
    const other = await aCompany(test);
    const { client: admin } = await company.member('admin');

    expect(await refusals('', other.owner)).toEqual([]);
    expect(await other.owner.get(`/usage/refusals?keyId=${key.id}`)).toMatchObject({ status: 404 });
    // Admins read usage and product keys, but no company keys.
    expect(await refusals('', admin)).toEqual([]);
    expect(await admin.get(`/usage/refusals?keyId=${key.id}`)).toMatchObject({ status: 404 });
  });

  it.each([
    ['reason=VALID', '/reason'],
    ['limit=101', '/limit'],
    ['keyId=none', '/keyId'],
    ['from=yesterday', '/from'],
    ['from=2026-11-30&to=2026-11-01', '/from'],
  ])('422 refuses %s', async (query, pointer) => {
    const { status, body } = await company.owner.get(`/usage/refusals?${query}`);
    expect([status, body.errors[0].pointer]).toEqual([422, pointer]);
  });
});

describe('one’s own key, without the right to read usage', () => {
  it('200 shows its counts and refusals to its owner, and 403 those of others or of all', async () => {
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
    const { client: me } = await company.member('api-key-generate');
    const { client: other } = await company.member('api-key-generate');
    const { key, secret } = await aKey(me, { kind: 'personal' });
    await test.anyone.withKey(secret).get('/sales_invoices');
    await test.settle();

    expect((await me.get(`/usage?keyId=${key.id}`)).body.totals.reasons).toEqual({ SIGN_IN_NOT_GRANTED: 1 });
    expect(await refusals(`keyId=${key.id}`, me)).toMatchObject([{ reason: 'SIGN_IN_NOT_GRANTED' }]);
    for (const path of ['/usage', '/usage/refusals']) {
      expect((await me.get(path)).body.code).toBe('forbidden');
      expect((await other.get(`${path}?keyId=${key.id}`)).status).toBe(404);
    }
  });
});
