import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { MemberEntity } from '../../src/users';
import {
  aCompany,
  aKey,
  aDraft,
  aNewCompany,
  anOperator,
  aProduct,
  type Client,
  crowd,
  revisionOf,
  startApp,
  type TestApp,
  type TestCompany,
  type TestOperator,
} from '../support';
import { runStatement } from '../support/tables';

const minuteMs = 60_000;
const dayMs = 86_400_000;

let test: TestApp;
let operator: TestOperator;
let company: TestCompany;
let other: TestCompany;
let product: string;
let backend: Backend;

interface Backend {
  readonly id: string;
  readonly secret: string;
  /** Sends the key and names no company. */
  readonly client: Client;
  /** Sends the key and names this company, by id or slug. */
  for(company: string): Client;
}

beforeAll(async () => {
  test = await startApp();
  operator = await anOperator(test);
  company = await aCompany(test);
  other = await aCompany(test);
  product = await aProduct(operator);
  for (const { id } of [company, other])
    await operator.client.put(`/platform/companies/${id}/products/${product}`, { enabled: true });
  backend = await aBackend(['keys:verify', 'keys:manage']);
});
afterAll(() => test.close());

async function aBackend(permissions: readonly string[], more: object = {}): Promise<Backend> {
  const answer = await operator.client.post('/platform/service-keys', {
    name: 'SaaS backend',
    permissions,
    ...more,
  });
  expect(answer.status).toBe(201);
  const { serviceKey, secret } = answer.body;
  const client = test.anyone.withKey(secret);
  return {
    id: serviceKey.id,
    secret,
    client,
    for: (name) => client.with({ 'kunci-company': name }),
  };
}

const aProductKey = async (client: Client, code = product) =>
  aKey(client, { kind: 'product', product: code, name: 'Of a product' });

describe('a service key that manages keys', () => {
  it('makes, lists, changes, disables, rotates, finds and revokes keys of the company that it names', async () => {
    for (const name of [company.id, company.slug]) {
      const acting = backend.for(name);
      const made = await aKey(acting, { permissions: ['sales-invoices:read'] });
      const path = `/keys/${made.key.id}`;

      expect((await acting.get('/keys')).body.data).toContainEqual(made.key);
      expect((await acting.post('/keys/lookup', { key: made.secret })).body.key.id).toBe(made.key.id);
      expect((await acting.patch(path, { name: 'Renamed' })).body.key.name).toBe('Renamed');
      expect((await acting.post(`${path}/disable`)).body.key.status).toBe('disabled');
      expect((await acting.post(`${path}/enable`)).body.key.status).toBe('active');
      expect((await acting.post(`${path}/rotate`, { overlapSeconds: 0 })).status).toBe(200);
      expect((await acting.post(`${path}/revoke`, { reason: 'Done' })).body.key.status).toBe('revoked');
    }
  });

  it('is the maker of what it makes, and the actor of what it does, where the company looks', async () => {
    const { key } = await aKey(backend.for(company.slug));
    const maker = { type: 'service-key', id: backend.id, name: 'SaaS backend', username: 'SaaS backend' };

    expect(key).toMatchObject({ createdBy: { ...maker, active: true } });
    expect((await company.owner.get(`/keys/${key.id}`)).body.createdBy).toEqual({ ...maker, active: true });
    const { data } = (await company.owner.get(`/events?actor=${backend.id}&target=${key.id}`)).body;
    expect(data).toMatchObject([
      {
        type: 'key.generated',
        actor: { kind: 'service-key', id: backend.id, name: 'SaaS backend' },
        data: { permissions: expect.arrayContaining(['sales-invoices:read', 'keys:verify']) },
      },
    ]);
  });

  it('403 never touches personal and machine keys, and shows no secret again', async () => {
    const acting = backend.for(company.id);
    const { key } = await aKey(company.owner);

    for (const kind of ['personal', 'machine'])
      expect(await acting.post('/keys', { kind, name: 'No' })).toMatchObject({ status: 403 });
    expect(await acting.get('/keys?kind=personal')).toMatchObject({ status: 403 });
    expect(await acting.post(`/keys/${key.id}/reveal`)).toMatchObject({ status: 403 });
  });

  it.each([
    ['GET', '/company'],
    ['GET', '/users'],
    ['GET', '/roles'],
    ['GET', '/settings'],
    ['GET', '/events'],
    ['GET', '/usage'],
    ['GET', '/keys/policy'],
    ['GET', '/service-accounts'],
    ['GET', '/sales_invoices'],
    ['POST', '/users'],
    ['GET', '/platform/companies'],
    ['POST', '/platform/companies'],
    ['GET', '/platform/users'],
    ['GET', '/platform/products'],
    ['GET', '/platform/service-keys'],
    ['POST', '/platform/keys/lookup'],
  ] as const)('403 opens nothing else of a company or of the platform: %s %s', async (method, path) => {
    const acting = path.startsWith('/platform') ? backend.client : backend.for(company.id);
    const answer = method === 'GET' ? await acting.get(path) : await acting.post(path, {});

    expect(answer).toMatchObject({ status: 403, body: { code: 'insufficient-permission' } });
  });

  it('gives only what company and product keys can hold, always as a list', async () => {
    const acting = backend.for(company.id);
    const { key } = await aKey(acting);

    expect(await acting.patch(`/keys/${key.id}`, { permissions: ['users:read'] })).toMatchObject({
      status: 422,
    });
    const { key: ofOwner } = await aKey(company.owner, { permissions: ['sales-invoices:read'] });
    expect(await acting.patch(`/keys/${ofOwner.id}`, { permissions: null })).toMatchObject({ status: 422 });
  });

  it('403 step-up-required where the policy asks one, unless it exempts machines', async () => {
    const cautious = await aCompany(test);
    const acting = backend.for(cautious.id);
    const policy = (more: object) => cautious.owner.patch('/settings', { keys: { company: more } });
    await policy({ stepUp: { generate: 'password' } });

    expect(await acting.post('/keys', { kind: 'company', name: 'No' })).toMatchObject({
      status: 403,
      body: { code: 'step-up-required' },
    });
    await policy({ machines: 'exempt' });
    expect(await acting.post('/keys', { kind: 'company', name: 'Yes' })).toMatchObject({ status: 201 });
  });

  it('makes one key of many requests with one Idempotency-Key, and another for another company', async () => {
    const send = (name: string) =>
      backend
        .for(name)
        .with({ 'idempotency-key': 'provision-1' })
        .post('/keys', { kind: 'company', name: 'Once' });
    const answers = [await send(company.id), await send(company.id), await send(other.id)];

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    const [first, again, elsewhere] = answers.map(({ body }) => body.key.id);
    expect(again).toBe(first);
    expect(elsewhere).not.toBe(first);
  });
});

describe('a service key for one product', () => {
  it('acts on the keys of that product, and finds no others', async () => {
    const second = await aProduct(operator);
    await operator.client.put(`/platform/companies/${company.id}/products/${second}`, { enabled: true });
    const bound = (await aBackend(['keys:verify', 'keys:manage'], { product })).for(company.id);
    const { key: ofCompany } = await aKey(company.owner);
    const { key: ofSecond, secret } = await aProductKey(company.owner, second);
    const { key } = await aProductKey(bound);

    for (const { id } of [ofCompany, ofSecond]) {
      expect(await bound.get(`/keys/${id}`)).toMatchObject({ status: 404 });
      expect(await bound.post(`/keys/${id}/revoke`)).toMatchObject({ status: 404 });
    }
    expect(await bound.post('/keys/lookup', { key: secret })).toMatchObject({ status: 404 });
    const listed = (await bound.get('/keys?limit=100&count=true')).body;
    expect(listed.data.map(({ product: code }: { product: string }) => code)).toEqual(
      Array(listed.pagination.total).fill(product),
    );
    for (const input of [{ kind: 'company' }, { kind: 'product', product: second }])
      expect(await bound.post('/keys', { name: 'No', ...input })).toMatchObject({ status: 403 });
    expect(await bound.post(`/keys/${key.id}/revoke`)).toMatchObject({ status: 200 });
  });
});

describe('what a service key learns of companies', () => {
  it('404 knows no company without its product, whatever became of that', async () => {
    const { client } = await aBackend(['keys:verify'], { product });
    const [active, suspended, closed] = [await aCompany(test), await aCompany(test), await aCompany(test)];
    await operator.client.post(`/platform/companies/${suspended.id}/suspend`, { reason: 'Unpaid' });
    await operator.client.post(`/platform/companies/${closed.id}/close`);
    const ask = (name: string) => client.with({ 'kunci-company': name }).get('/me');

    for (const name of [active.id, active.slug, suspended.slug, closed.id])
      expect(await ask(name)).toMatchObject({ status: 404, body: { code: 'unknown-company' } });
    expect(await ask(company.slug)).toMatchObject({ status: 200, body: { companyId: company.id } });
  });

  it('404 stops when the product is disabled', async () => {
    const leaving = await aCompany(test);
    const path = `/platform/companies/${leaving.id}/products/${product}`;
    await operator.client.put(path, { enabled: true });
    const acting = (await aBackend(['keys:manage'], { product })).for(leaving.id);
    expect((await acting.get('/keys')).status).toBe(200);
    await operator.client.put(path, { enabled: false });

    expect(await acting.get('/keys')).toMatchObject({ status: 404, body: { code: 'unknown-company' } });
  });

  it('403 names none when it has nothing to do in one', async () => {
    const { client } = await aBackend(['companies:approve']);

    for (const name of [company.slug, 'nobody'])
      expect(await client.with({ 'kunci-company': name }).get('/me')).toMatchObject({
        status: 403,
        body: { code: 'insufficient-permission' },
      });
    expect((await client.get('/me')).status).toBe(200);
  });
});

describe('a service key that verifies', () => {
  it('without a product knows the keys of every kind and company; with a company, of that one', async () => {
    const keys = [await aKey(company.owner), await aProductKey(company.owner), await aKey(other.owner)];
    const ask = async (asking: Client) =>
      Promise.all(
        keys.map(async ({ secret }) => (await asking.post('/keys/verify', { key: secret })).body.valid),
      );

    expect(await ask(backend.client)).toEqual([true, true, true]);
    expect(await ask(backend.for(company.slug))).toEqual([true, true, false]);
  });

  it('403 does not verify when it may only manage keys, nor manage when it may only verify', async () => {
    const refused = { status: 403, body: { code: 'insufficient-permission' } };
    const manager = await aBackend(['keys:manage']);
    const verifier = await aBackend(['keys:verify']);

    expect(await manager.client.post('/keys/verify', { key: 'x' })).toMatchObject(refused);
    expect(await verifier.for(company.id).get('/keys')).toMatchObject(refused);
  });
});

describe('Kunci-Company', () => {
  it('403 without it no company is reached', async () => {
    const { key, secret } = await aKey(company.owner);
    for (const asked of [
      backend.client.get('/keys'),
      backend.client.get(`/keys/${key.id}`),
      backend.client.post('/keys/lookup', { key: secret }),
      backend.client.post('/keys', { kind: 'company', name: 'No' }),
      backend.client.post(`/keys/${key.id}/revoke`),
    ])
      expect(await asked).toMatchObject({ status: 403, body: { code: 'no-company' } });
  });

  it('404 with it nothing of another company is', async () => {
    const { key, secret } = await aKey(other.owner);
    const acting = backend.for(company.id);

    expect(await acting.get(`/keys/${key.id}`)).toMatchObject({ status: 404 });
    expect(await acting.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 })).toMatchObject({ status: 404 });
    expect(await acting.post('/keys/lookup', { key: secret })).toMatchObject({ status: 404 });
    expect((await acting.get('/keys?limit=100')).body.data).not.toContainEqual(key);
  });

  it('400 is refused from anyone but a service key', async () => {
    const refused = { status: 400, body: { code: 'unexpected-company' } };
    const named = { 'kunci-company': company.id };
    const { secret } = await aKey(company.owner);

    expect(await company.owner.with(named).get('/keys')).toMatchObject(refused);
    expect(await test.anyone.withKey(secret).with(named).get('/me')).toMatchObject(refused);
    expect(await operator.client.with(named).get('/platform/companies')).toMatchObject(refused);
    expect(await test.anyone.with(named).post('/sessions', {})).toMatchObject(refused);
  });

  it('400 spends nothing of the limits and the quota of the key that came with it', async () => {
    const { secret } = await aKey(company.owner, {
      rateLimits: [{ name: 'minute', limit: 1, windowSeconds: 60 }],
      quota: { limit: 1, refill: null },
    });
    const client = test.anyone.withKey(secret);
    expect((await client.with({ 'kunci-company': company.id }).get('/me')).status).toBe(400);

    expect((await client.get('/me')).status).toBe(200);
    expect((await client.with({ 'kunci-company': company.id }).get('/me')).status).toBe(400);
    expect((await client.get('/me')).status).toBe(429);
  });

  it('404 knows no such company, and 403 names a suspended and a closed one', async () => {
    const suspended = await aCompany(test);
    const closed = await aCompany(test);
    await operator.client.post(`/platform/companies/${suspended.id}/suspend`, { reason: 'Unpaid' });
    await operator.client.post(`/platform/companies/${closed.id}/close`);
    const code = async (name: string) => (await backend.for(name).get('/keys')).body.code;

    expect(await code('nobody')).toBe('unknown-company');
    expect(await code('01890000-0000-7000-8000-000000000000')).toBe('unknown-company');
    expect(await code(suspended.slug)).toBe('company-suspended');
    expect(await code(closed.id)).toBe('company-closed');
  });

  it('422 lets no company have the id of another for a slug, and 400 names neither of two from before', async () => {
    const evil = await aCompany(test);
    const draft = aDraft({ slug: company.id });

    expect(await operator.client.post('/platform/companies', draft)).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/slug', code: 'invalid-format' }] },
    });
    const nameIt = (slug: string) =>
      runStatement(test, `UPDATE companies SET slug = '${slug}' WHERE id = '${evil.id}'`);
    await nameIt(company.id);
    expect((await backend.for(company.id).get('/keys')).status).toBe(400);
    await nameIt(evil.slug);
  });
});

describe('a service key that manages companies', () => {
  let maker: Backend;
  beforeAll(async () => {
    maker = await aBackend(['companies:manage']);
  });

  it('makes, sees and closes them, and renews the invitation of an Owner, in its own name', async () => {
    const once = maker.client.with({ 'idempotency-key': 'company-1' });
    const draft = aDraft({ products: [product] });
    const made = await once.post('/platform/companies', draft);
    expect(made).toMatchObject({ status: 201, body: { company: { status: 'onboarding' } } });
    expect((await once.post('/platform/companies', draft)).body).toEqual(made.body);
    const path = `/platform/companies/${made.body.company.id}`;

    expect((await maker.client.get(`/platform/companies?q=${draft.slug}`)).body.data).toHaveLength(1);
    expect((await maker.client.post(`${path}/invitation`)).status).toBe(201);
    expect(await maker.client.post(`${path}/close`)).toMatchObject({
      status: 200,
      body: { status: 'closed', revocation: { effectiveEverywhere: true } },
    });
    const { events } = (await operator.client.get(path)).body;
    const actors = events.map(({ actor }: { actor: object }) => actor);
    expect(actors).toContainEqual({ kind: 'service-key', id: maker.id, name: 'SaaS backend' });
  });

  it('403 approves none, neither later nor from the beginning, unless it may', async () => {
    const { id, owner } = await aNewCompany(test);
    await owner.post('/company/submission');
    const path = `/platform/companies/${id}`;
    const seen = { revision: await revisionOf(operator, id) };

    expect((await maker.client.post(`${path}/approve`, seen)).status).toBe(403);
    const approved = aDraft({ approved: true });
    expect((await maker.client.post('/platform/companies', approved)).status).toBe(403);
    const approver = await aBackend(['companies:manage', 'companies:approve']);
    expect(await approver.client.post(`${path}/approve`, { revision: seen.revision + 1 })).toMatchObject({
      status: 409,
      body: { code: 'company-changed' },
    });
    expect((await approver.client.post(`${path}/approve`, seen)).body.status).toBe('approved');
    expect((await approver.client.post('/platform/companies', approved)).status).toBe(201);
  });

  it('403 does not decide about a company that its operator is a member of', async () => {
    const approver = await aBackend(['companies:approve']);
    const { id, owner } = await aNewCompany(test);
    await owner.post('/company/submission');
    const { revision } = (await operator.client.get(`/platform/companies/${id}`)).body;
    await test.app.get(UnitOfWork).run((tx) =>
      managerOf(tx).insert(MemberEntity, {
        companyId: id,
        userId: operator.id,
        status: 'deactivated',
        createdAt: test.clock.now(),
      }),
    );

    expect(await approver.client.post(`/platform/companies/${id}/approve`, { revision })).toMatchObject({
      status: 403,
      body: { code: 'own-company' },
    });
  });

  it.each([
    ['POST', 'suspend'],
    ['POST', 'reject'],
    ['POST', 'reinstate'],
    ['POST', 'name/approve'],
  ] as const)('403 does nothing else to companies: %s …/%s', async (_, act) => {
    const all = await aBackend(['keys:verify', 'keys:manage', 'companies:manage', 'companies:approve']);
    const path = `/platform/companies/${company.id}/${act}`;

    expect(await all.client.post(path, {})).toMatchObject({ status: 403 });
    expect(await all.client.put(`/platform/companies/${company.id}/products/${product}`, {})).toMatchObject({
      status: 403,
    });
  });

  it('403 reaches no keys of a company, and 400 names none on the platform', async () => {
    expect(await maker.for(company.id).get('/keys')).toMatchObject({ status: 403 });
    expect(await maker.for(company.id).get('/platform/companies')).toMatchObject({
      status: 400,
      body: { code: 'unexpected-company' },
    });
  });
});

describe('what limits a service key', () => {
  it('401 refuses it from its expiry on, which is a year away unless told', async () => {
    const year = await aBackend(['keys:verify']);
    const soon = await aBackend(['keys:verify'], {
      expiresAt: new Date(test.clock.now().getTime() + minuteMs).toISOString(),
    });
    const { expiresAt } = (await year.client.get('/me')).body.key;
    expect(Date.parse(expiresAt) - test.clock.now().getTime()).toBe(365 * dayMs);
    expect(await soon.client.get('/me')).toMatchObject({ status: 200 });
    test.clock.advance(minuteMs);
    expect(await soon.client.get('/me')).toMatchObject({ status: 401, body: { code: 'expired' } });
    const listed = (await operator.client.get('/platform/service-keys')).body.data;
    expect(listed[0]).toMatchObject({ id: soon.id, status: 'expired' });
  });

  it('tells in Kunci-Key-Expires that it ends, in its last 14 days', async () => {
    const inDays = (days: number) => new Date(test.clock.now().getTime() + days * dayMs).toISOString();
    const [soon, later] = [inDays(14), inDays(15)];
    const ending = async (expiresAt: string) => {
      const { client } = await aBackend(['keys:verify'], { expiresAt });
      const answers = [
        await client.get('/me'),
        await client.with({ 'kunci-company': company.id }).get('/me'),
        await client.post('/keys/verify', { key: 'x' }),
      ];
      return answers.map(({ headers }) => headers['kunci-key-expires']);
    };

    expect(await ending(soon)).toEqual([soon, soon, soon]);
    expect(await ending(later)).toEqual([undefined, undefined, undefined]);
  });

  it('403 refuses it from another address', async () => {
    const elsewhere = await aBackend(['keys:verify'], { allowedAddresses: ['203.0.113.7'] });
    const here = await aBackend(['keys:verify'], { allowedAddresses: ['127.0.0.0/8', '::1'] });

    expect(await elsewhere.client.get('/me')).toMatchObject({
      status: 403,
      body: { code: 'address-not-allowed' },
    });
    expect(await here.client.get('/me')).toMatchObject({ status: 200 });
  });

  it.each([
    ['an expiry beyond a year', { expiresAt: '2999-01-01' }, '/expiresAt', 'beyond-maximum'],
    ['an expiry in the past', { expiresAt: '2001-01-01' }, '/expiresAt', 'in-the-past'],
    ['no permission', { permissions: [] }, '/permissions', 'too-few'],
    ['a permission that there is not', { permissions: ['users:read'] }, '/permissions/0', 'not-one-of'],
    ['an odd address', { allowedAddresses: ['here'] }, '/allowedAddresses/0', 'invalid-format'],
  ])('422 refuses %s', async (_, input, pointer, code) => {
    expect(await operator.client.post('/platform/service-keys', { name: 'No', ...input })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer, code }] },
    });
  });

  it('401 refuses it at once when it is revoked, in the middle of what it does', async () => {
    const busy = await aBackend(['keys:manage']);
    const acting = busy.for(company.id);
    const acts = crowd(20, () => acting.post('/keys', { kind: 'company', name: 'Busy' }));
    const revoked = await operator.client.post(`/platform/service-keys/${busy.id}/revoke`);

    expect(revoked.body.revocation.effectiveEverywhere).toBe(true);
    expect(await acting.get('/keys')).toMatchObject({ status: 401, body: { code: 'revoked' } });
    for (const { status } of await acts) expect([201, 401]).toContain(status);
  });
});
