import { aCompany, type Client, startApp, type TestApp } from '../../support';

describe('J6: a pipeline that looks after the keys of its company', () => {
  let test: TestApp;
  let owner: Client;
  let pipeline: Client;
  let accountId: string;
  let keyId: string;
  let first: string;

  beforeAll(async () => {
    test = await startApp();
    owner = (await aCompany(test)).owner;
    const made = await owner.post('/keys', { kind: 'company', name: 'Website' });
    keyId = made.body.key.id;
    first = made.body.secret;
  });
  afterAll(() => test.close());

  it('gets an account with one role, and a key of it', async () => {
    const permissions = ['read', 'update', 'rotate', 'revoke'].map((act) => `keys.company:${act}`);
    const business = ['sales-invoices:read', 'sales-invoices:create', 'keys:verify'];
    const role = await owner.post('/roles', { name: 'Pipeline', permissions: [...permissions, ...business] });
    const account = await owner.post('/service-accounts', { name: 'ci', roles: [role.body.id] });
    accountId = account.body.id;
    const made = await owner.post('/keys', { kind: 'machine', name: 'CI', serviceAccountId: accountId });

    expect([role.status, account.status, made.status]).toEqual([201, 201, 201]);
    pipeline = test.anyone.withBasic(account.body.username, made.body.secret);
    expect((await pipeline.get('/core/api/v1/me')).body).toMatchObject({
      id: accountId,
      key: { kind: 'machine' },
    });
  });

  it('200 finds and rotates a key, and hands on its new secret', async () => {
    const { body } = await pipeline.get('/keys?q=Website');
    const rotated = await pipeline.post(`/keys/${body.data[0].id}/rotate`, { overlapSeconds: 0 });

    expect(rotated).toMatchObject({ status: 200, body: { key: { id: keyId } } });
    expect((await test.anyone.withKey(first).get('/me')).status).toBe(401);
    expect((await test.anyone.withKey(rotated.body.secret).get('/me')).status).toBe(200);
  });

  it('403 makes none, for its role does not say so, and manages no people', async () => {
    expect((await pipeline.post('/keys', { kind: 'company', name: 'More' })).status).toBe(403);
    expect((await pipeline.get('/users')).status).toBe(403);
  });

  it('200 disables one, and enables it again', async () => {
    expect((await pipeline.post(`/keys/${keyId}/disable`)).body.key).toMatchObject({ status: 'disabled' });
    expect((await pipeline.post(`/keys/${keyId}/enable`)).body.key).toMatchObject({ status: 'active' });
  });

  it('200 revokes one, under its own name', async () => {
    expect((await pipeline.post(`/keys/${keyId}/revoke`, { reason: 'Leaked' })).status).toBe(200);
    const { body } = await owner.get(`/events?target=${keyId}&type=key.revoked`);
    expect(body.data[0].actor).toMatchObject({ kind: 'service-account', id: accountId });
  });

  it('403 is refused at once when its role is taken', async () => {
    const changed = await owner.patch(`/service-accounts/${accountId}`, { roles: [] });

    expect(changed.body.revocation).toMatchObject({ effectiveEverywhere: true });
    expect(await pipeline.get('/keys')).toMatchObject({
      status: 403,
      body: { code: 'insufficient-permission' },
    });
    expect((await pipeline.post(`/keys/${keyId}/revoke`)).status).toBe(403);
  });
});
