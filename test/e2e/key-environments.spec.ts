import { Census } from '../../src/access/census';
import { aCompany, aKey, type Answer, startApp, type TestApp, type TestCompany } from '../support';
import { aServiceAccount } from '../support/service-accounts';
import { statementsOf } from '../support/statements';

describe('a test key', () => {
  let test: TestApp;
  let company: TestCompany;
  let secret: string;
  let id: string;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
    const made = await aKey(company.owner, { environment: 'test', metadata: { customer: 'C-17' } });
    ({ secret } = made);
    ({ id } = made.key);
  });
  afterAll(() => test.close());

  const verify = (key: string, more: object = {}): Promise<Answer> =>
    company.owner.post('/keys/verify', { key, ...more });
  const codeOf = async (key: string, more: object = {}): Promise<string> =>
    (await verify(key, more)).body.code;

  it('201 says so at its beginning, in its facts and in the log; a key is live where nothing is said', async () => {
    expect(secret).toMatch(/^kunci_test_[0-9A-Za-z]{38}$/);
    expect((await company.owner.get(`/keys/${id}`)).body).toMatchObject({
      environment: 'test',
      start: secret.slice(0, 15),
    });
    const { body: events } = await company.owner.get(`/events?target=${id}`);
    expect(events.data[0]).toMatchObject({ type: 'key.generated', data: { environment: 'test' } });
    for (const input of [{}, { environment: null }, { environment: 'live' }])
      expect((await aKey(company.owner, input)).key).toMatchObject({ environment: 'live' });
  });

  it('is prefixed where the policy wants 32 characters', async () => {
    await company.owner.patch('/settings', { keys: { product: {}, company: { format: 'hex32' } } });
    const { secret: test, key } = await aKey(company.owner, { environment: 'test' });
    const live = await aKey(company.owner);
    const rotated = await company.owner.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 });
    await company.owner.patch('/settings', { keys: { company: { format: 'prefixed' } } });

    expect(live.secret).toMatch(/^[0-9a-f]{32}$/);
    for (const text of [test, rotated.body.secret]) expect(text).toMatch(/^kunci_test_/);
    expect(rotated.body.key).toMatchObject({ environment: 'test' });
  });

  it('200 says who it is at /me, on both addresses', async () => {
    for (const path of ['/api/v1/me', '/core/api/v1/me']) {
      const { status, body } = await test.anyone.withKey(secret).get(path);
      expect([status, body.key]).toEqual([
        200,
        {
          ...{ id, kind: 'company', environment: 'test', name: 'Integration' },
          ...{ expiresAt: null, metadata: { customer: 'C-17' } },
        },
      ]);
    }
  });

  it('403 opens no other route of this program', async () => {
    const client = test.anyone.withKey(secret);
    for (const path of ['/sales_invoices', '/keys', '/permissions', '/usage', '/health-of-nothing'])
      expect([path, await statusAndCode(client.get(path))]).toEqual([
        path,
        path === '/health-of-nothing' ? [404, 'not-found'] : [403, 'environment-mismatch'],
      ]);
    expect(await statusAndCode(client.post('/keys/verify', { key: secret, environment: 'test' }))).toEqual([
      403,
      'environment-mismatch',
    ]);
    const open = test.app
      .get(Census)
      .routes()
      .flatMap(({ name, requirement }) => {
        const accepted =
          requirement !== null && 'environments' in requirement ? requirement.environments : [];
        return accepted?.includes('test') === true ? [name] : [];
      });
    expect(open.toSorted()).toEqual(['MeController.get', 'SelfRotationController.rotate']);
  });

  it('is refused by a verification that does not ask for test keys, and a live key by one that does', async () => {
    const live = (await aKey(company.owner)).secret;
    expect((await verify(secret)).body).toMatchObject({ valid: false, code: 'ENVIRONMENT_MISMATCH' });
    expect((await verify(secret, { environment: 'test' })).body).toMatchObject({
      valid: true,
      key: { id, environment: 'test' },
    });
    expect(await codeOf(secret, { environment: 'live' })).toBe('ENVIRONMENT_MISMATCH');
    expect(await codeOf(live, { environment: 'test' })).toBe('ENVIRONMENT_MISMATCH');
    expect(await codeOf(live, { environment: 'live' })).toBe('VALID');
  });

  it('spends nothing where it is refused, and that is counted', async () => {
    const made = await aKey(company.owner, {
      environment: 'test',
      quota: { limit: 2, refill: 'day' },
    });
    for (let use = 0; use < 3; use += 1) await verify(made.secret);
    await test.settle();

    expect((await verify(made.secret, { environment: 'test' })).body.quota.remaining).toBe(1);
    const { body } = await company.owner.get(`/usage?keyId=${made.key.id}`);
    expect(body.totals.reasons).toEqual({ ENVIRONMENT_MISMATCH: 3 });
  });

  it('403 opens no session, as a password', async () => {
    const person = await company.member('member', 'api-key-generate', 'api-key-sign-in');
    const made = await aKey(person.client, { kind: 'personal', environment: 'test' });
    const credentials = { username: person.username, password: made.secret };
    expect(await statusAndCode(test.anyone.post('/sessions', credentials))).toEqual([
      403,
      'environment-mismatch',
    ]);
  });

  it.each([
    ['POST /keys', () => company.owner.post('/keys', { kind: 'company', environment: 'prod' })],
    ['POST /keys/verify', () => verify(secret, { environment: 'prod' })],
    ['GET /keys', () => company.owner.get('/keys?environment=prod')],
  ])('422 there is no other environment: %s', async (_route, call) => {
    const { status, body } = await call();
    expect([status, body.errors]).toMatchObject([
      422,
      [{ pointer: '/environment', code: 'not-one-of', params: { allowed: ['live', 'test'] } }],
    ]);
  });

  it('422 is no machine key, and never changes', async () => {
    const account = await aServiceAccount(company, 'usage:read');
    const machine = { kind: 'machine', serviceAccountId: account.id, name: 'CI', environment: 'test' };
    const { status, body } = await company.owner.post('/keys', machine);
    expect([status, body.errors]).toMatchObject([
      422,
      [{ pointer: '/environment', code: 'not-one-of', params: { allowed: ['live'] } }],
    ]);
    expect((await company.owner.patch(`/keys/${id}`, { environment: 'live' })).status).toBe(422);
  });

  it('is found by its environment, how it begins, and its whole text', async () => {
    const { body } = await company.owner.get('/keys?environment=test&count=true&limit=100');
    expect(new Set(body.data.map((key: { environment: string }) => key.environment))).toEqual(
      new Set(['test']),
    );
    expect(body.data.map((key: { id: string }) => key.id)).toContain(id);
    expect(body.pagination.total).toBe(body.data.length);
    const live = await company.owner.get('/keys?environment=live&limit=100');
    expect(live.body.data.map((key: { id: string }) => key.id)).not.toContain(id);
    const begun = await company.owner.get(`/keys?q=${secret.slice(0, 15)}`);
    expect(begun.body.data.map((key: { id: string }) => key.id)).toContain(id);
    expect((await company.owner.post('/keys/lookup', { key: secret })).body.key.id).toBe(id);
  });

  it('costs one statement when it is seen first, and none afterwards', async () => {
    const fresh = (await aKey(company.owner, { environment: 'test' })).secret;
    const me = () => test.anyone.withKey(fresh).get('/me');
    expect((await statementsOf(test, me)).length).toBe(1);
    expect(await statementsOf(test, me)).toEqual([]);
  });
});

async function statusAndCode(answer: Promise<Answer>): Promise<[number, string]> {
  const { status, body } = await answer;
  return [status, body.code];
}
