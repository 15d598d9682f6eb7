import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { Installation } from '../support/installation';
import { type WireAnswer } from '../support/wire';
import { exchange, type ShippedServer } from './support';

const password = 'correct horse battery staple';
const expression = 'orders:read AND (orders:refund OR orders:admin)';

/**
 * A SaaS team protects its own API: an operator says what there is to be allowed, and the team's backend does the rest with one
 * credential. Each step goes on where the one before ended.
 */
describe('a SaaS team, in production,', () => {
  let database: TestDatabase;
  let installation: Installation;
  let server: Pick<ShippedServer, 'wire' | 'address'>;
  let operator: Record<string, string>;
  let backend: Record<string, string>;
  let serviceKeyId: string;
  let company: { id: string; slug: string };
  let key: { id: string; secret: string };

  beforeAll(async () => {
    database = await createTestDatabase('sqlite');
    installation = new Installation();
    const args = ['ops@saas.test'];
    await installation.run('operator', database.env, { args, typed: `${password}\n` });
    const { wire, url } = await installation.start(database.env);
    server = { wire, address: url };
    const { headers } = await wire.post('/sessions', { username: 'ops@saas.test', password });
    operator = { cookie: headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
  }, 120_000);
  afterAll(async () => {
    await installation.close();
    await database.drop();
  });

  const asked = (path: string, body: unknown, headers: Record<string, string>): Promise<WireAnswer> =>
    server.wire.post(path, body, headers);
  const verdict = async (permission: string): Promise<WireAnswer['body']> =>
    (await asked('/keys/verify', { key: key.secret, permission }, backend)).body;
  const change = (permissions: readonly string[]): Promise<WireAnswer> =>
    server.wire.send(
      'PATCH',
      `/keys/${key.id}`,
      { permissions },
      {
        ...backend,
        'kunci-company': company.slug,
      },
    );

  it('defines what it protects', async () => {
    const permissions = ['orders:read', 'orders:refund', 'orders:admin'];
    const product = {
      ...{ code: 'orders', name: 'Orders', grants: [] },
      permissions: permissions.map((name) => ({ name, label: name })),
    };

    expect(await asked('/platform/products', product, operator)).toMatchObject({ status: 201 });
  });

  it('gets one service key for its backend, which the operator proves and limits', async () => {
    const input = {
      name: 'Backend',
      permissions: ['keys:verify', 'keys:manage', 'companies:manage', 'companies:approve'],
    };
    const limited = { ...input, allowedAddresses: ['127.0.0.1'] };
    const open = await asked('/platform/service-keys', input, operator);
    const unproved = await asked('/platform/service-keys', limited, operator);
    const act = { action: 'generate', kind: 'service', factor: 'password' };
    const proof = await asked('/step-ups', { ...act, secret: password }, operator);
    const proved = { ...operator, 'step-up-token': proof.body.stepUpToken };
    const made = await asked('/platform/service-keys', limited, proved);
    const again = await asked('/platform/service-keys', limited, proved);

    expect(open).toMatchObject({ status: 422, body: { errors: [{ pointer: '/allowedAddresses' }] } });
    const stepUpRequired = { status: 403, body: { code: 'step-up-required', kind: 'service' } };
    expect([unproved, again]).toMatchObject([stepUpRequired, stepUpRequired]);
    expect(made).toMatchObject({ status: 201, body: { serviceKey: { product: null } } });
    serviceKeyId = made.body.serviceKey.id;
    backend = { 'x-api-key': made.body.secret };
  });

  it('provisions a company, and a key for it with one permission', async () => {
    const draft = {
      ...{ name: 'First customer', slug: 'first-customer', owner: { username: 'owner@first-customer.test' } },
      ...{ approved: true, products: ['orders'] },
    };
    const made = await asked('/platform/companies', draft, backend);
    company = made.body.company;
    const input = { kind: 'product', product: 'orders', name: 'Shop', permissions: ['orders:read'] };
    const issued = await asked('/keys', input, { ...backend, 'kunci-company': company.id });
    key = { id: issued.body.key.id, secret: issued.body.secret };

    expect([made.status, issued.status]).toEqual([201, 201]);
    expect(issued.body.key).toMatchObject({
      permissions: ['orders:read'],
      createdBy: { type: 'service-key', id: serviceKeyId, name: 'Backend', active: true },
    });
  });

  it('asks with an expression, and narrows the key with a receipt', async () => {
    expect(await verdict(expression)).toMatchObject({ valid: false, code: 'INSUFFICIENT_PERMISSION' });
    expect(await change(['orders:read', 'orders:refund'])).toMatchObject({ status: 200 });
    expect(await verdict(expression)).toMatchObject({ valid: true, company: { slug: 'first-customer' } });

    expect((await change(['orders:read'])).body.revocation).toMatchObject({ effectiveEverywhere: true });
    expect(await verdict(expression)).toMatchObject({ code: 'INSUFFICIENT_PERMISSION' });
    expect(await verdict('orders:read')).toMatchObject({ valid: true });
  });

  it('takes a permission away from everyone, with a receipt', async () => {
    const permissions = ['orders:refund', 'orders:admin'].map((name) => ({ name, label: name }));
    const remove = (query: string): Promise<WireAnswer> =>
      server.wire.send('PATCH', `/platform/products/orders${query}`, { permissions }, operator);

    expect(await remove('')).toMatchObject({ status: 409, body: { code: 'permission-held', keys: 1 } });
    expect((await remove('?force=true')).body.revocation).toMatchObject({ effectiveEverywhere: true });
    expect(await verdict('orders:read')).toMatchObject({
      code: 'INSUFFICIENT_PERMISSION',
      unknown: ['orders:read'],
    });
  });

  it('400 is told when a request names its company twice', async () => {
    const names = 'Kunci-Company: first-customer\r\nKunci-Company: first-customer\r\n';
    const head = `GET /api/v1/keys HTTP/1.1\r\nHost: kunci\r\nX-API-Key: ${backend['x-api-key']}\r\n`;
    const { answers } = await exchange(server.address, [`${head}${names}Connection: close\r\n\r\n`]);

    expect(answers.map(({ status, body }) => [status, JSON.parse(body.toString()).code])).toEqual([
      [400, 'unexpected-company'],
    ]);
  });

  it('401 is told at once when the service key is revoked', async () => {
    const revoked = await asked(`/platform/service-keys/${serviceKeyId}/revoke`, undefined, operator);
    expect(revoked.body.revocation).toMatchObject({ effectiveEverywhere: true });

    for (const answer of [
      await asked('/keys/verify', { key: key.secret }, backend),
      await server.wire.get('/keys', { ...backend, 'kunci-company': company.id }),
    ])
      expect(answer).toMatchObject({ status: 401, body: { code: 'revoked' } });
  });
});
