import {
  aCompany,
  aKey,
  anOperator,
  aUser,
  password,
  renameCompany,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';

describe('GET /me', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  it('200 tells a person who they are, without a key', async () => {
    const member = await company.member('member');

    const answer = await member.client.get('/me');

    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      id: member.id,
      username: member.username,
      companyId: company.id,
      companyName: company.name,
      method: 'password',
      permissions: expect.arrayContaining(['sales-invoices:read', 'company:read']),
    });
  });

  it('200 tells a key what it is, on either path and however it is sent', async () => {
    const { key, secret } = await aKey(company.owner, { permissions: ['sales-invoices:read'] });
    const senders = [
      test.anyone.withKey(secret),
      test.anyone.withBearer(secret),
      test.anyone.withBasic(company.slug, secret),
    ];

    for (const path of ['/me', '/core/api/v1/me']) {
      for (const sender of senders) {
        const answer = await sender.get(path);
        expect([answer.status, answer.body]).toEqual([
          200,
          {
            id: key.id,
            username: company.slug,
            companyId: company.id,
            companyName: company.name,
            method: 'api-key',
            permissions: ['sales-invoices:read'],
            key: {
              id: key.id,
              kind: 'company',
              environment: 'live',
              name: 'Integration',
              expiresAt: null,
              metadata: null,
            },
          },
        ]);
      }
    }
  });

  it('200 answers a key that may do nothing else', async () => {
    const { secret } = await aKey(company.owner, { permissions: [] });
    const client = test.anyone.withKey(secret);

    expect((await client.get('/me')).body.permissions).toEqual([]);
    expect((await client.get('/sales_invoices')).status).toBe(403);
  });

  it('200 tells a key without a list of its own all that a company key may do', async () => {
    const { secret } = await aKey(company.owner);

    const { permissions } = (await test.anyone.withKey(secret).get('/me')).body;

    expect([...permissions].sort()).toEqual(['keys:verify', 'sales-invoices:create', 'sales-invoices:read']);
  });

  it('200 answers a person who is in no company', async () => {
    const { id, username } = await aUser(test);
    const nobody = await test.anyone.signIn(username, password);

    expect(await nobody.get('/me')).toMatchObject({
      status: 200,
      body: { id, username, companyId: null, companyName: null, permissions: [] },
    });
    expect((await nobody.get('/keys')).status).toBe(403);
  });

  it('200 follows a change of role and of name at once', async () => {
    const { id, client } = await company.member('member');

    await company.owner.put(`/users/${id}/roles`, { roles: [company.roleIds.get('admin')] });
    await renameCompany(await anOperator(test), company, 'Renamed');

    const { permissions, companyName } = (await client.get('/me')).body;
    expect(permissions).toContain('users:update');
    expect(companyName).toBe('Renamed');
  });

  it('200 never repeats a secret', async () => {
    const { secret } = await aKey(company.owner);
    expect(JSON.stringify(await test.anyone.withKey(secret).get('/me'))).not.toContain(secret.slice(-6));
  });

  it('401 answers nobody', async () => {
    expect(await test.anyone.get('/me')).toMatchObject({
      status: 401,
      body: { code: 'credentials-missing' },
    });
  });
});
