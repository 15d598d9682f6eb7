import { aCompany, startApp, type TestApp, type TestCompany } from '../support';
import { aMachineKey, aRoleWith, aServiceAccount } from '../support/service-accounts';
import { newUsername } from '../support/invited';

const keepers = ['owner', 'superadmin', 'admin', 'system-administrator'] as const;

describe('service accounts', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  it('201 makes one, which a list and its id then show', async () => {
    const roles = [await aRoleWith(company, 'usage:read')];
    const input = { name: 'deploy', description: 'Ships what is merged', roles };
    const made = await company.owner.post('/service-accounts', input);

    expect(made).toMatchObject({
      status: 201,
      body: {
        name: 'deploy',
        username: `deploy@${company.slug}`,
        description: 'Ships what is merged',
        roles: [{ id: roles[0], system: false }],
        active: true,
      },
    });
    expect((await company.owner.get(`/service-accounts/${made.body.id}`)).body).toEqual(made.body);
    expect((await company.owner.get('/service-accounts?limit=100')).body.data).toContainEqual(made.body);
  });

  it('200 lists them by name, page by page', async () => {
    const other = await aCompany(test);
    for (const name of ['b', 'a', 'c']) await other.owner.post('/service-accounts', { name, roles: [] });
    const first = await other.owner.get('/service-accounts?limit=2');
    const second = await other.owner.get(`/service-accounts?limit=2&cursor=${first.body.pagination.cursor}`);

    const names = [...first.body.data, ...second.body.data].map(({ name }) => name);
    expect(names).toEqual(['a', 'b', 'c']);
  });

  it.each(keepers)('201, 200 lets %s make, change and delete one', async (role) => {
    const { client } = await company.member(role);
    const made = await client.post('/service-accounts', { name: `of-${role}`, roles: [] });
    const changed = await client.patch(`/service-accounts/${made.body.id}`, { description: 'Changed' });
    const deleted = await client.delete(`/service-accounts/${made.body.id}`);

    expect([made.status, changed.status, deleted.status]).toEqual([201, 200, 200]);
    expect(changed.body).toMatchObject({
      description: 'Changed',
      revocation: { position: expect.any(Number) },
    });
    expect((await client.get(`/service-accounts/${made.body.id}`)).status).toBe(404);
  });

  it.each(['deploy', 'Deploy', 'ｄｅｐｌｏｙ', 'DEPLOY'])(
    '409 refuses a name that is taken: %s',
    async (name) => {
      await company.owner.post('/service-accounts', { name: 'deploy', roles: [] });
      const answer = await company.owner.post('/service-accounts', { name, roles: [] });
      expect(answer).toMatchObject({ status: 409, body: { code: 'service-account-name-taken' } });
    },
  );

  it('201 takes it in another company, and once its account is deleted', async () => {
    const account = await aServiceAccount(company);
    const post = { name: account.name, roles: [] };
    const elsewhere = await aCompany(test);

    expect((await elsewhere.owner.post('/service-accounts', post)).status).toBe(201);
    await company.owner.delete(`/service-accounts/${account.id}`);
    expect((await company.owner.post('/service-accounts', post)).status).toBe(201);
  });

  it.each(['with blank', 'a@b', 'a:b', '@', 'dеploy'])('422 refuses %j as a name', async (name) => {
    const answer = await company.owner.post('/service-accounts', { name, roles: [] });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/name' }] } });
  });

  it('201 takes 64 characters as they are spelled in the end, and 422 refuses more', async () => {
    const post = (name: string) => company.owner.post('/service-accounts', { name, roles: [] });
    const { id } = await aServiceAccount(company);
    const tooLong = {
      status: 422,
      body: { errors: [{ pointer: '/name', code: 'too-long', params: { max: 64 } }] },
    };

    expect(await post(`${'ﬃ'.repeat(21)}x`)).toMatchObject({
      status: 201,
      body: { name: `${'ffi'.repeat(21)}x` },
    });
    for (const name of [`${'ﬃ'.repeat(21)}xy`, 'ﬃ'.repeat(30)]) {
      expect(await post(name)).toMatchObject(tooLong);
      expect(await company.owner.patch(`/service-accounts/${id}`, { name })).toMatchObject(tooLong);
    }
  });

  it('422 refuses a role that the company does not have', async () => {
    const roles = [(await aCompany(test)).roleIds.get('member')];
    const answer = await company.owner.post('/service-accounts', { name: 'foreign-role', roles });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/roles/0' }] } });
  });

  it('403 refuses to give a role beyond one’s own rights, and to activate or rename an account that has one', async () => {
    const { client } = await company.member('system-administrator');
    const roles = [company.roleIds.get('admin')];
    const account = await aServiceAccount(company, 'users:delete');
    await client.patch(`/service-accounts/${account.id}`, { active: false });
    const answers = [
      await client.post('/service-accounts', { name: 'beyond', roles }),
      await client.patch(`/service-accounts/${(await aServiceAccount(company)).id}`, { roles }),
      await client.patch(`/service-accounts/${account.id}`, { active: true }),
      await client.patch(`/service-accounts/${account.id}`, { name: 'given-up' }),
    ];

    for (const answer of answers)
      expect(answer).toMatchObject({ status: 403, body: { code: 'role-exceeds-yours' } });
    expect((await company.owner.get(`/service-accounts/${account.id}`)).body).toMatchObject({
      name: account.name,
      active: false,
    });
  });

  it('200 renames one: its keys are sent with the new username', async () => {
    const account = await aServiceAccount(company, 'usage:read');
    const { secret } = await aMachineKey(company.owner, account);
    const renamed = await company.owner.patch(`/service-accounts/${account.id}`, { name: 'renamed' });

    expect(renamed.body).toMatchObject({ name: 'renamed', username: `renamed@${company.slug}` });
    expect((await test.anyone.withBasic(account.username, secret).get('/me')).status).toBe(401);
    const me = await test.anyone.withBasic(renamed.body.username, secret).get('/me');
    expect(me.body).toMatchObject({
      id: account.id,
      username: renamed.body.username,
      key: { kind: 'machine' },
    });
  });

  it('are no people: 404 as users, not listed, and no Owner is left in one', async () => {
    const { owner, ownerId, roleIds } = await aCompany(test);
    const made = await owner.post('/service-accounts', { name: 'an-owner', roles: [roleIds.get('owner')] });
    const users = await owner.get('/users?limit=100');

    expect(JSON.stringify(users.body)).not.toContain('an-owner');
    expect((await owner.get(`/users/${made.body.id}`)).status).toBe(404);
    expect((await owner.put(`/users/${made.body.id}/roles`, { roles: [] })).status).toBe(404);
    expect((await owner.post('/password-resets', { userId: made.body.id })).status).toBe(404);
    const left = await owner.put(`/users/${ownerId}/roles`, { roles: [] });
    expect(left).toMatchObject({ status: 409, body: { code: 'last-owner' } });
  });

  it('409 keeps a role that one has from being deleted', async () => {
    const { body } = await company.owner.get(`/service-accounts/${(await aServiceAccount(company)).id}`);
    const deleted = await company.owner.delete(`/roles/${body.roles[0].id}`);
    expect(deleted).toMatchObject({ status: 409, body: { code: 'role-in-use' } });
  });

  it('422 keeps their usernames from new people, and 201 takes an address', async () => {
    const owner = { username: `someone@${company.slug}`, password: 'a password of my own' };
    const refused = await test.anyone.post('/companies', { name: 'New', slug: `${company.slug}-x`, owner });
    const address = { ...owner, username: newUsername() };
    const taken = await test.anyone.post('/companies', {
      name: 'New',
      slug: `${company.slug}-x`,
      owner: address,
    });

    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/owner/username' }] } });
    expect(taken.status).toBe(201);
  });

  it('401 signs nobody in as one', async () => {
    const account = await aServiceAccount(company, 'usage:read');
    const { secret } = await aMachineKey(company.owner, account);
    for (const password of [secret, 'a password of my own', '']) {
      const answer = await test.anyone.post('/sessions', {
        username: account.username,
        password: password || 'x',
      });
      expect(answer).toMatchObject({ status: 401, body: { code: 'invalid-credentials' } });
    }
  });
});
