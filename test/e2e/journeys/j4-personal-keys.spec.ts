import { dayMs } from '../../../src/platform';
import { type Client, startApp, type TestApp } from '../../support';

const password = 'kunci-demo-2026';

describe('J4: a personal key wherever username and password would do', () => {
  let test: TestApp;
  let admin: Client;
  let user: Client;
  let userId: string;
  let roleIds: Record<string, string>;

  beforeAll(async () => {
    test = await startApp({ demo: true });
    admin = await test.anyone.signIn('admin@timecraft.test', password);
    user = await test.anyone.signIn('user@timecraft.test', password);
    const users = (await admin.get('/users?limit=100')).body.data as { id: string; username: string }[];
    userId = users.find(({ username }) => username === 'user@timecraft.test')?.id ?? '';
    const roles = (await admin.get('/roles?limit=100')).body.data as { id: string; name: string }[];
    roleIds = Object.fromEntries(roles.map(({ id, name }) => [name, id]));
  });
  afterAll(() => test.close());

  const assign = (...names: string[]) =>
    admin.put(`/users/${userId}/roles`, { roles: ['Member', ...names].map((name) => roleIds[name]) });

  it('is off, and for nobody, until an administrator turns it on and gives the roles', async () => {
    expect(await user.post('/keys', { kind: 'personal' })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect((await assign('API Key Generate', 'API Key Sign In')).status).toBe(200);
    expect(await user.post('/keys', { kind: 'personal' })).toMatchObject({
      status: 409,
      body: { code: 'kind-disabled' },
    });

    const outOfRange = await admin.patch('/settings', { keys: { personal: { maxLifetimeDays: 181 } } });
    expect(outOfRange).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/keys/personal/maxLifetimeDays' }] },
    });
    const turnedOn = await admin.patch('/settings', {
      keys: { personal: { enabled: true, maxLifetimeDays: 90 } },
    });
    expect(turnedOn.status).toBe(200);
  });

  it('201 makes a key without a name that lives no longer than the maximum', async () => {
    const made = await user.post('/keys', { kind: 'personal' });
    expect(made).toMatchObject({
      status: 201,
      body: { key: { name: null, owner: { username: 'user@timecraft.test' } } },
    });
    expect(Date.parse(made.body.key.expiresAt) - test.clock.now().getTime()).toBe(90 * dayMs);

    const tooLong = await user.post('/keys', { kind: 'personal', expiresAt: '2027-01-01' });
    expect(tooLong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/expiresAt' }] } });
  });

  it('200 answers Zapier, and scripts with Basic on any route', async () => {
    const { secret } = (await user.post('/keys', { kind: 'personal', name: 'Zapier' })).body;
    const zapier = test.anyone.withBasic('User@Timecraft.test', secret);

    expect(await zapier.get('/core/api/v1/me')).toMatchObject({
      status: 200,
      body: {
        username: 'user@timecraft.test',
        companyName: 'Timecraft',
        method: 'api-key',
        key: { kind: 'personal' },
      },
    });
    expect((await zapier.get('/api/v1/sales_invoices')).status).toBe(200);
    expect(await test.anyone.withBasic('admin@timecraft.test', secret).get('/me')).toMatchObject({
      status: 401,
      body: { code: 'username-mismatch' },
    });
    expect((await test.anyone.withBasic('user@timecraft.test', password).get('/me')).body.code).toBe(
      'invalid-credentials',
    );
  });

  it('201 signs in with username and key; the session can do only what the key can, and ends with it', async () => {
    const input = { kind: 'personal', permissions: ['sales-invoices:read', 'keys.personal:read'] };
    const { key, secret } = (await user.post('/keys', input)).body;
    const session = await test.anyone.signIn('user@timecraft.test', secret);

    expect((await session.get('/sessions/current')).body).toMatchObject({
      method: 'api-key',
      permissions: input.permissions,
    });
    expect((await session.get('/sales_invoices')).status).toBe(200);
    expect((await session.get('/company')).body.code).toBe('insufficient-permission');
    expect((await session.put('/me/password', { password, newPassword: 'another long one' })).body.code).toBe(
      'password-session-required',
    );

    expect((await session.post('/keys', { kind: 'personal' })).body.code).toBe('password-session-required');

    await user.post(`/keys/${key.id}/revoke`);
    expect(await session.get('/sales_invoices')).toMatchObject({ status: 401, body: { code: 'revoked' } });
  });

  it('200 lets an administrator see and revoke everyone’s, and others only their own', async () => {
    const { key, secret } = (await user.post('/keys', { kind: 'personal', name: 'Mine' })).body;
    const multi = await test.anyone.signIn('multi@kunci.test', password);
    await multi.put('/sessions/current/company', {
      companyId: (await user.get('/sessions/current')).body.company.id,
    });

    expect((await multi.get('/keys')).status).toBe(403);
    expect(
      (await admin.get(`/keys?owner=${userId}`)).body.data.map(({ id }: { id: string }) => id),
    ).toContain(key.id);
    expect((await admin.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 })).status).toBe(403);
    expect((await admin.post(`/keys/${key.id}/revoke`)).status).toBe(200);
    expect((await test.anyone.withKey(secret).get('/me')).body.code).toBe('revoked');
  });
});
