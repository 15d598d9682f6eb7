import { type Answer, anOperator, type Client, startApp, type TestApp, type TestOperator } from '../support';

const demoPassword = 'kunci-demo-2026';

let test: TestApp;
let owner: Client;
let traveller: Client;
let key: { id: string; secret: string };
let revoked: { id: string; secret: string };

let operator: TestOperator;
let companyId: string;

async function decide(decision: 'suspend' | 'reinstate', body?: object): Promise<void> {
  const answer = await operator.client.post(`/platform/companies/${companyId}/${decision}`, body);
  expect(answer.status).toBe(200);
}

async function generate(name: string): Promise<{ id: string; secret: string }> {
  const { body } = await owner.post('/keys', { kind: 'company', name });
  return { id: body.key.id, secret: body.secret };
}

beforeAll(async () => {
  test = await startApp({ demo: true });
  owner = await test.anyone.signIn('owner@orbit-bookings.test', demoPassword);
  traveller = await test.anyone.signIn('multi@kunci.test', demoPassword);
  key = await generate('Calendar');
  revoked = await generate('Old');
  await owner.post(`/keys/${revoked.id}/revoke`);
  operator = await anOperator(test);
  companyId = (await owner.get('/company')).body.id;
  await decide('suspend', { reason: 'Unpaid' });
});
afterAll(() => test.close());

describe('keys of a suspended company', () => {
  const carriers: [string, (secret: string) => Client][] = [
    ['X-API-Key', (secret) => test.anyone.withKey(secret)],
    ['Bearer', (secret) => test.anyone.withBearer(secret)],
    ['Basic', (secret) => test.anyone.withBasic('orbit-bookings', secret)],
  ];

  it.each(carriers)(
    '401 company-suspended with %s, on both prefixes, reading or writing',
    async (_, withSecret) => {
      const client = withSecret(key.secret);
      const refused = { status: 401, body: { code: 'company-suspended' } };

      expect(await client.get('/sales_invoices')).toMatchObject(refused);
      expect(await client.get('/core/api/v1/sales_invoices')).toMatchObject(refused);
      expect(await client.post('/sales_invoices', {})).toMatchObject(refused);
      expect(await client.get('/me')).toMatchObject(refused);
    },
  );

  it('401 company-suspended comes before whatever else is wrong with a key', async () => {
    const client = test.anyone.withBasic('someone-else', revoked.secret);
    expect(await client.get('/company')).toMatchObject({ status: 401, body: { code: 'company-suspended' } });
  });

  it('401 says nothing about the company without a valid key', async () => {
    const wrong = `${key.secret.slice(0, -1)}${key.secret.endsWith('0') ? '1' : '0'}`;
    expect(await test.anyone.withBasic('orbit-bookings', wrong).get('/me')).toMatchObject({
      status: 401,
      body: { code: 'invalid-credentials' },
    });
  });

  it('200 are listed as suspended, all of them', async () => {
    const { data } = (await owner.get('/keys')).body;
    expect(data).toMatchObject([{ status: 'suspended' }, { status: 'suspended' }]);
    expect((await owner.get('/keys?status=suspended')).body.data).toEqual(data);
    expect((await owner.get('/keys?status=active')).body.data).toEqual([]);
  });
});

describe('sessions in a suspended company', () => {
  it.each([
    '/users',
    '/roles',
    '/settings',
    '/events',
    '/products',
    '/keys',
    '/keys/policy',
    '/sales_invoices',
  ])('200 read %s', async (path) => {
    expect((await owner.get(path)).status).toBe(200);
  });

  it('200 see that it is suspended', async () => {
    expect((await owner.get('/company')).body).toMatchObject({ slug: 'orbit-bookings', status: 'suspended' });
    expect((await owner.get('/sessions/current')).body.company).toMatchObject({ suspended: true });
    expect((await owner.get('/me')).body).toMatchObject({ companyName: 'Orbit Bookings' });
  });

  const changes: ['POST' | 'PUT' | 'PATCH' | 'DELETE', string, object | null][] = [
    ['PATCH', '/company', { name: 'Renamed' }],
    ['POST', '/company/submission', null],
    ['POST', '/users', { username: 'new@orbit-bookings.test', roles: [] }],
    ['PATCH', '/users/:user', { active: false }],
    ['DELETE', '/users/:user', null],
    ['PUT', '/users/:user/roles', { roles: [] }],
    ['POST', '/password-resets', { userId: ':user' }],
    ['POST', '/roles', { name: 'New', permissions: [] }],
    ['PATCH', '/roles/:role', { name: 'Other' }],
    ['DELETE', '/roles/:role', null],
    ['PATCH', '/settings', { keys: { company: { maxActive: 1 } } }],
    ['POST', '/keys', { kind: 'company', name: 'New' }],
    ['PATCH', '/keys/:key', { name: 'Other' }],
    ['POST', '/keys/:key/reveal', null],
    ['POST', '/keys/:key/rotate', { overlapSeconds: 0 }],
    ['POST', '/keys/:key/end-overlap', null],
    ['POST', '/keys/:key/disable', null],
    ['POST', '/keys/:key/enable', null],
    ['POST', '/keys/:key/revoke', null],
    ['DELETE', '/keys/:key', null],
    ['POST', '/keys/bulk', { action: 'disable', ids: [':key'] }],
    ['POST', '/products/qris/requests', null],
    [
      'POST',
      '/sales_invoices',
      { number: '9', customer: 'Ani', total: '1.00', currency: 'IDR', issuedOn: '2026-06-15' },
    ],
  ];

  it.each(changes)('403 company-suspended: %s %s changes nothing', async (method, path, body) => {
    const userId = (await traveller.get('/me')).body.id;
    const roleId = (await owner.get('/roles?limit=1')).body.data[0].id;
    const fill = (text: string): string =>
      text.replace(':user', userId).replace(':role', roleId).replace(':key', key.id);
    const newest = (await owner.get('/events?limit=1')).body.data;

    expect(
      await owner.send(method, fill(path), body === null ? undefined : fill(JSON.stringify(body))),
    ).toMatchObject({
      status: 403,
      body: { code: 'company-suspended' },
    });
    expect((await owner.get('/events?limit=1')).body.data).toEqual(newest);
  });

  it('403 forbidden for what one may not do in a company that is not suspended either', async () => {
    await into('orbit-bookings');
    expect(await traveller.patch('/company', { name: 'Mine' })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  it('201 can be opened', async () => {
    const username = 'owner@orbit-bookings.test';
    expect(await test.anyone.post('/sessions', { username, password: demoPassword })).toMatchObject({
      status: 201,
      body: { company: { slug: 'orbit-bookings', suspended: true } },
    });
  });

  it('200 can go to another company, where all works, and come back', async () => {
    const invoice = {
      number: 'T-1',
      customer: 'Ani',
      total: '1.00',
      currency: 'IDR',
      issuedOn: '2026-06-15',
    };

    expect((await into('timecraft')).body).toMatchObject({
      company: { slug: 'timecraft', suspended: false },
    });
    expect((await traveller.post('/sales_invoices', invoice)).status).toBe(201);
    expect((await into('orbit-bookings')).body).toMatchObject({ company: { suspended: true } });
    expect((await traveller.post('/sales_invoices', invoice)).body.code).toBe('company-suspended');
  });

  it('204 can change what is their own', async () => {
    const mine = { password: demoPassword, pin: '802461' };
    expect((await owner.put('/me/pin', mine)).status).toBe(204);
    expect((await owner.get('/me/sessions')).status).toBe(200);
  });

  it('204 can sign out, for good', async () => {
    const leaving = await test.anyone.signIn('owner@orbit-bookings.test', demoPassword);
    expect((await leaving.delete('/sessions/current')).status).toBe(204);
    expect((await leaving.get('/sessions/current')).status).toBe(401);
  });

  async function into(slug: string): Promise<Answer> {
    const companies: { id: string; slug: string }[] = (await traveller.get('/sessions/current')).body
      .companies;
    const company = companies.find((one) => one.slug === slug);
    return traveller.put('/sessions/current/company', { companyId: company?.id });
  }
});

describe('a company that is no longer suspended', () => {
  it('works again at once: keys, changes, and what was revoked stays revoked', async () => {
    await decide('reinstate');

    expect((await test.anyone.withKey(key.secret).get('/sales_invoices')).status).toBe(200);
    expect((await test.anyone.withKey(revoked.secret).get('/sales_invoices')).body.code).toBe('revoked');
    expect((await owner.patch('/company', { name: 'Orbit' })).status).toBe(200);
  });
});
