import { type Client, startApp, type TestApp } from '../../support';

const demoPassword = 'kunci-demo-2026';

interface Key {
  readonly id: string;
  readonly name: string;
  readonly status: string;
}

describe('J3: named keys that are copied once', () => {
  let test: TestApp;
  let owner: Client;

  beforeAll(async () => {
    test = await startApp({ demo: true });
    owner = await test.anyone.signIn('owner@orbit-bookings.test', demoPassword);
  });
  afterAll(() => test.close());

  const theList = async (): Promise<Key[]> => (await owner.get('/keys')).body.data;
  const namesAndStatuses = async (): Promise<string[]> =>
    (await theList()).map(({ name, status }) => `${name}: ${status}`);

  async function create(name: string): Promise<{ key: Key; secret: string }> {
    test.clock.advance(1);
    const made = await owner.post('/keys', { kind: 'company', name });
    expect(made).toMatchObject({ status: 201, body: { key: { name, status: 'active' } } });
    return made.body;
  }

  it('200 opens the section on an empty list, for the Owner', async () => {
    expect(await owner.get('/keys')).toMatchObject({ status: 200, body: { data: [] } });
  });

  it.each([
    ['no key name', {}],
    ['an empty one', { name: '' }],
    ['a blank one', { name: '   ' }],
  ])('422 makes no key with %s', async (_, name) => {
    expect(await owner.post('/keys', { kind: 'company', ...name })).toMatchObject({
      status: 422,
      body: { code: 'validation-failed', errors: [{ pointer: '/name' }] },
    });
    expect(await theList()).toEqual([]);
  });

  it('201 generates the key: displayed for copying, and required from then on for API requests', async () => {
    const answer = await owner.post('/keys', { kind: 'company', name: 'Integration with CRM' });

    expect(answer).toMatchObject({
      status: 201,
      body: { key: { name: 'Integration with CRM', recoverable: false } },
    });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body.secret).toMatch(/^kunci_[0-9A-Za-z]{38}$/);
    expect((await test.anyone.get('/core/api/v1/sales_invoices')).status).toBe(401);
    const withKey = test.anyone.withKey(answer.body.secret);
    expect((await withKey.get('/core/api/v1/sales_invoices')).body.data).toHaveLength(3);
  });

  it('never shows a key again: 409 on request, and nowhere in what lists and logs say', async () => {
    const { key, secret } = await create('Website');

    expect(await owner.post(`/keys/${key.id}/reveal`)).toMatchObject({
      status: 409,
      body: { code: 'not-recoverable' },
    });
    const said = [
      await owner.get('/keys?deleted=true'),
      await owner.get(`/keys/${key.id}`),
      await owner.get('/events'),
    ];
    expect(said.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(JSON.stringify(said)).not.toContain(secret.slice('kunci_'.length + 4, -4));
    expect(test.logged.join()).not.toContain(secret.slice('kunci_'.length + 4, -4));
  });

  it('200 lists all keys with their names and statuses, newest first', async () => {
    await create('Newsletter');
    expect(await namesAndStatuses()).toEqual([
      ...['Newsletter: active', 'Website: active', 'Integration with CRM: active'],
    ]);
  });

  it('200 deletes a key: refused from the next request on, gone from the list, the others untouched', async () => {
    const { key, secret } = await create('Trial');
    const neighbour = await create('Neighbour');
    expect((await test.anyone.withKey(secret).get('/sales_invoices')).status).toBe(200);

    expect(await owner.delete(`/keys/${key.id}`)).toMatchObject({
      status: 200,
      body: { key: { id: key.id, status: 'revoked' }, revocation: { effectiveEverywhere: true } },
    });

    expect(await test.anyone.withKey(secret).get('/sales_invoices')).toMatchObject({
      status: 401,
      body: { code: 'revoked' },
    });
    expect((await theList()).map(({ id }) => id)).not.toContain(key.id);
    expect((await theList()).map(({ id }) => id)).toContain(neighbour.key.id);
    expect((await test.anyone.withKey(neighbour.secret).get('/sales_invoices')).status).toBe(200);
  });

  it('200 still finds a deleted key by its id, and in the list on request; a name can be used again', async () => {
    const { key } = await create('Twice');
    await owner.delete(`/keys/${key.id}`);

    expect((await owner.get(`/keys/${key.id}`)).body).toMatchObject({
      status: 'revoked',
      deletedAt: test.clock.now().toISOString(),
    });
    const { data } = (await owner.get('/keys?deleted=true&q=twice')).body;
    expect(data).toMatchObject([{ id: key.id, status: 'revoked' }]);
    expect((await create('Twice')).key.id).not.toBe(key.id);
  });

  it('403 keeps a Member of the company out', async () => {
    const traveller = await test.anyone.signIn('multi@kunci.test', demoPassword);
    const orbit = (await owner.get('/company')).body;
    await traveller.put('/sessions/current/company', { companyId: orbit.id });

    expect((await traveller.get('/company')).body.name).toBe('Orbit Bookings');
    expect(await traveller.get('/keys')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await traveller.post('/keys', { kind: 'company', name: 'Mine' })).status).toBe(403);
  });
});
