import { aCompany, aKey, startApp, type TestApp, type TestCompany } from '../support';
import { aMachineKey, aRoleWith, aServiceAccount } from '../support/service-accounts';
import { someoneWith } from '../support/someone-with';
import { queryRows, runStatement } from '../support/tables';

const ofCompanyKeys = ['read', 'generate', 'update', 'rotate', 'revoke'].map((act) => `keys.company:${act}`);

describe('machine keys', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => (test = await startApp()));
  beforeEach(async () => (company = await aCompany(test)));
  afterAll(() => test.close());

  const meOf = (secret: string) => test.anyone.withKey(secret).get('/me');

  it('201 makes one that names its account, and is shown once', async () => {
    const account = await aServiceAccount(company, 'usage:read', 'events:read');
    const { key, secret } = await aMachineKey(company.owner, account, { permissions: ['usage:read'] });

    expect(key).toMatchObject({
      kind: 'machine',
      owner: { id: account.id, username: account.username },
      permissions: ['usage:read'],
      status: 'active',
      recoverable: false,
    });
    expect((await company.owner.get(`/keys/${key.id}`)).body).toEqual(key);
    expect((await test.anyone.withBasic(account.username, secret).get('/usage')).status).toBe(200);
    expect((await test.anyone.withKey(secret).get('/events')).status).toBe(403);
  });

  it('201 stores a list where nothing is named: roles that come later reach no older key', async () => {
    const account = await aServiceAccount(company, 'usage:read', 'users:read');
    const { secret } = await aMachineKey(company.owner, account);
    const roles = [await aRoleWith(company, 'usage:read', 'events:read')];
    await company.owner.patch(`/service-accounts/${account.id}`, { roles });

    expect((await meOf(secret)).body.permissions).toEqual(['usage:read']);
  });

  it('422 refuses to widen one to all that its kind may have; 200 narrows its list', async () => {
    const account = await aServiceAccount(company, 'usage:read', 'events:read');
    const { key, secret } = await aMachineKey(company.owner, account);
    const all = await company.owner.patch(`/keys/${key.id}`, { permissions: null });
    expect(all).toMatchObject({ status: 422, body: { errors: [{ pointer: '/permissions' }] } });
    await company.owner.patch(`/keys/${key.id}`, { permissions: ['usage:read'] });

    expect((await meOf(secret)).body.permissions).toEqual(['usage:read']);
  });

  it('403 loses at once what a role of its account loses', async () => {
    const account = await aServiceAccount(company, 'usage:read');
    const { secret } = await aMachineKey(company.owner, account);
    expect((await test.anyone.withKey(secret).get('/usage')).status).toBe(200);
    const changed = await company.owner.patch(`/service-accounts/${account.id}`, { roles: [] });

    expect(changed.body.revocation).toMatchObject({ effectiveEverywhere: true });
    expect((await test.anyone.withKey(secret).get('/usage')).status).toBe(403);
  });

  it('401 is refused while its account is off, works again with it, and never after it is deleted', async () => {
    const account = await aServiceAccount(company, 'usage:read');
    const { key, secret } = await aMachineKey(company.owner, account);
    const turn = (active: boolean) => company.owner.patch(`/service-accounts/${account.id}`, { active });

    await turn(false);
    expect(await meOf(secret)).toMatchObject({ status: 401, body: { code: 'owner-inactive' } });
    expect((await company.owner.get(`/keys/${key.id}`)).body.status).toBe('disabled');
    await turn(true);
    expect((await meOf(secret)).status).toBe(200);
    await company.owner.delete(`/service-accounts/${account.id}`);
    expect(await meOf(secret)).toMatchObject({ status: 401, body: { code: 'owner-inactive' } });
    await company.owner.post('/service-accounts', { name: account.name, roles: [] });
    expect((await meOf(secret)).status).toBe(401);
  });

  it('201 makes one of an account that is off, and shows it as disabled', async () => {
    const account = await aServiceAccount(company, 'usage:read');
    await company.owner.patch(`/service-accounts/${account.id}`, { active: false });
    const { key } = await aMachineKey(company.owner, account);

    expect(key).toMatchObject({ status: 'disabled' });
    expect((await company.owner.get(`/keys/${key.id}`)).body).toEqual(key);
  });

  it.each([
    ['without an account', { kind: 'machine' }, '/serviceAccountId'],
    ['of a person', { kind: 'machine', serviceAccountId: 'OWNER' }, '/serviceAccountId'],
    ['of another company', { kind: 'machine', serviceAccountId: 'FOREIGN' }, '/serviceAccountId'],
    ['of another kind with one', { kind: 'company', serviceAccountId: 'OURS' }, '/serviceAccountId'],
    ['with a product', { kind: 'machine', serviceAccountId: 'OURS', product: 'x' }, '/product'],
  ])('422 refuses one %s', async (_what, input, pointer) => {
    const ids: Record<string, string> = {
      OWNER: company.ownerId,
      FOREIGN: (await aServiceAccount(await aCompany(test), 'usage:read')).id,
      OURS: (await aServiceAccount(company, 'usage:read')).id,
    };
    const asked: string | undefined = Object(input).serviceAccountId;
    const id = asked === undefined ? {} : { serviceAccountId: ids[asked] };
    const answer = await company.owner.post('/keys', { name: 'Refused', ...input, ...id });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });

  it('422 refuses what its account does not hold, and 422 what no machine may', async () => {
    const closed = [
      ...['users:read', 'keys.machine:generate', 'keys.company:reveal'],
      ...['keys.personal:read', 'keys.personal.any:read', 'keys.personal.any:revoke'],
    ];
    const account = await aServiceAccount(company, 'usage:read', ...closed);
    for (const permission of ['events:read', ...closed]) {
      const input = { kind: 'machine', serviceAccountId: account.id, permissions: [permission] };
      const answer = await company.owner.post('/keys', input);
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/permissions/0' }] } });
    }
  });

  it.each([
    ['owner', 201, 200, 200, 200],
    ['superadmin', 403, 200, 403, 200],
    ['admin', 403, 200, 403, 200],
    ['system-administrator', 201, 200, 200, 200],
    ['member', 403, 403, 403, 403],
  ] as const)('%s may make: %i, change: %i, rotate: %i, revoke: %i', async (role, ...statuses) => {
    const account = await aServiceAccount(company, 'usage:read');
    const { key } = await aMachineKey(company.owner, account);
    const { client } = await company.member(role);
    const answers = [
      await client.post('/keys', { kind: 'machine', serviceAccountId: account.id }),
      await client.patch(`/keys/${key.id}`, { name: 'Renamed' }),
      await client.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 }),
      await client.post(`/keys/${key.id}/revoke`),
    ];
    expect(answers.map(({ status }) => status)).toEqual(statuses);
  });

  it('403 is never shown again, to nobody', async () => {
    const account = await aServiceAccount(company, 'usage:read');
    const { key } = await aMachineKey(company.owner, account);
    expect((await company.owner.post(`/keys/${key.id}/reveal`)).status).toBe(403);
    const policy = await company.owner.patch('/settings', {
      keys: { machine: { visibility: 'recoverable' } },
    });
    expect(policy.status).toBe(422);
  });

  it('201, 200 makes, changes, rotates and revokes keys of its company, in the name of its account', async () => {
    const account = await aServiceAccount(company, ...ofCompanyKeys);
    const { secret } = await aMachineKey(company.owner, account);
    const machine = test.anyone.withKey(secret);
    const made = await machine.post('/keys', { kind: 'company', name: 'By CI', permissions: [] });
    const path = `/keys/${made.body.key?.id}`;
    const answers = [
      made,
      await machine.patch(path, { name: 'Renamed' }),
      await machine.post(`${path}/rotate`, { overlapSeconds: 60 }),
      await machine.post(`${path}/end-overlap`),
      await machine.post(`${path}/revoke`),
      await machine.delete(path),
    ];

    expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200, 200, 200]);
    expect(made.body.key.createdBy).toMatchObject({
      type: 'service-account',
      id: account.id,
      username: account.username,
      active: true,
    });
    const { body } = await company.owner.get(`/events?target=${made.body.key.id}`);
    const actor = { kind: 'service-account', id: account.id, name: account.username };
    expect(body.data.map((event: { actor: object }) => event.actor)).toEqual(body.data.map(() => actor));
  });

  it('403 shows no key again, makes no machine key, account, person, role or setting', async () => {
    const all = (await company.owner.get('/permissions')).body.data.map(({ name }: { name: string }) => name);
    const account = await aServiceAccount(company, ...all);
    const { secret } = await aMachineKey(company.owner, account);
    const machine = test.anyone.withKey(secret);
    const { key } = await aKey(company.owner);
    const answers = [
      await machine.post(`/keys/${key.id}/reveal`),
      await machine.post('/keys', { kind: 'machine', name: 'Another', serviceAccountId: account.id }),
      await machine.post('/keys', { kind: 'personal', name: 'Own' }),
      await machine.post('/service-accounts', { name: 'another', roles: [] }),
      await machine.patch(`/service-accounts/${account.id}`, { roles: [] }),
      await machine.get('/users'),
      await machine.get('/roles'),
      await machine.patch('/settings', { locale: 'id' }),
    ];

    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    expect((await machine.get('/service-accounts')).status).toBe(200);
  });

  it.each(['password', 'pin', 'totp'] as const)(
    '403 is refused where the policy asks for %s, and acts without where it exempts machines',
    async (factor) => {
      const account = await aServiceAccount(company, ...ofCompanyKeys);
      const machine = test.anyone.withKey((await aMachineKey(company.owner, account)).secret);
      const { key } = await aKey(company.owner, { permissions: [] });
      const rotate = () => machine.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 });
      await company.owner.patch('/settings', { keys: { company: { stepUp: { rotate: factor } } } });

      expect(await rotate()).toMatchObject({ status: 403, body: { code: 'step-up-required', factor } });
      await company.owner.patch('/settings', { keys: { company: { machines: 'exempt' } } });
      expect((await rotate()).status).toBe(200);
    },
  );

  it('403 enables no key that may do more than it', async () => {
    const account = await aServiceAccount(company, 'usage:read', 'keys.machine:read', 'keys.machine:update');
    const { key, secret } = await aMachineKey(company.owner, account, { permissions: ['usage:read'] });
    const permissions = ['keys.machine:read', 'keys.machine:update'];
    const sibling = test.anyone.withKey((await aMachineKey(company.owner, account, { permissions })).secret);

    expect((await sibling.post(`/keys/${key.id}/disable`)).status).toBe(200);
    expect(await sibling.post(`/keys/${key.id}/enable`)).toMatchObject({
      status: 403,
      body: { code: 'permission-ceiling', missing: ['usage:read'] },
    });
    expect((await meOf(secret)).status).toBe(401);
  });

  it('403 counts by its list when it is rotated, also while its account lacks the role', async () => {
    const account = await aServiceAccount(company, 'usage:read');
    const { key } = await aMachineKey(company.owner, account);
    const { client } = await someoneWith(company, 'keys.machine:read', 'keys.machine:rotate');
    await company.owner.patch(`/service-accounts/${account.id}`, { roles: [] });

    expect(await client.post(`/keys/${key.id}/rotate`, { overlapSeconds: 0 })).toMatchObject({
      status: 403,
      body: { code: 'permission-ceiling', missing: ['usage:read'] },
    });
  });

  it('403 changes and rotates others and never itself; 200 disables itself', async () => {
    const rights = ['read', 'update', 'rotate'].map((act) => `keys.machine:${act}`);
    const account = await aServiceAccount(company, ...rights);
    const { key, secret } = await aMachineKey(company.owner, account);
    const { key: sibling } = await aMachineKey(company.owner, account);
    const machine = test.anyone.withKey(secret);
    const actsOn = async ({ id }: { id: string }) => [
      (await machine.patch(`/keys/${id}`, { allowedAddresses: null, expiresAt: null })).status,
      (await machine.post(`/keys/${id}/rotate`, { overlapSeconds: 0 })).status,
    ];

    expect(await actsOn(key)).toEqual([403, 403]);
    expect(await actsOn(sibling)).toEqual([200, 200]);
    expect((await machine.post(`/keys/${key.id}/disable`)).status).toBe(200);
  });

  it('422 gets nothing that its account does not hold; 200 keeps what its list had', async () => {
    const account = await aServiceAccount(company, 'usage:read');
    const { key } = await aMachineKey(company.owner, account);
    await company.owner.patch(`/service-accounts/${account.id}`, { roles: [] });
    const change = (...permissions: string[]) => company.owner.patch(`/keys/${key.id}`, { permissions });

    expect(await change('usage:read', 'events:read')).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/permissions/1', code: 'not-held' }] },
    });
    expect((await change('usage:read')).status).toBe(200);
  });

  it('403 is not made of nothing: where none is named and its account holds none', async () => {
    const account = await aServiceAccount(company);
    const make = (input: object) =>
      company.owner.post('/keys', { kind: 'machine', name: 'Idle', serviceAccountId: account.id, ...input });

    expect(await make({})).toMatchObject({ status: 403, body: { code: 'permission-ceiling' } });
    expect((await make({ permissions: [] })).status).toBe(201);
  });

  it('201 gives a list where it names none, and 422 never all that a kind may have', async () => {
    const everything = ['sales-invoices:read', 'sales-invoices:create', 'keys:verify'];
    const account = await aServiceAccount(company, ...ofCompanyKeys, ...everything);
    const machine = test.anyone.withKey((await aMachineKey(company.owner, account)).secret);
    const { key } = await aKey(machine);

    const [event] = (await company.owner.get(`/events?target=${key.id}`)).body.data;
    expect(event.data.permissions).toEqual(everything);
    expect(await machine.patch(`/keys/${key.id}`, { permissions: null })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/permissions', code: 'required' }] },
    });
  });

  it('401 is refused while its kind is switched off', async () => {
    const account = await aServiceAccount(company, 'usage:read');
    const { secret } = await aMachineKey(company.owner, account);
    await company.owner.patch('/settings', { keys: { machine: { enabled: false } } });
    expect(await meOf(secret)).toMatchObject({ status: 401, body: { code: 'disabled' } });
  });

  it('401 opens no session', async () => {
    const account = await aServiceAccount(company, 'usage:read');
    const { secret } = await aMachineKey(company.owner, account);
    const answer = await test.anyone.post('/sessions', { username: account.username, password: secret });

    expect(answer).toMatchObject({ status: 401, body: { code: 'invalid-credentials' } });
    expect(await queryRows(test, 'SELECT id FROM sessions WHERE user_id = ?', [account.id])).toEqual([]);
  });

  it('401 takes the username of its account and no other', async () => {
    const account = await aServiceAccount(company, 'usage:read');
    const { secret } = await aMachineKey(company.owner, account);
    const as = async (username: string) => (await test.anyone.withBasic(username, secret).get('/me')).status;

    expect(await as(account.username.toUpperCase())).toBe(200);
    expect(await as(company.slug)).toBe(401);
    expect(await as(account.name)).toBe(401);
  });

  it('401 is broken without a list of permissions, which no service writes', async () => {
    const account = await aServiceAccount(company, 'usage:read');
    const { key, secret } = await aMachineKey(company.owner, account);
    await runStatement(test, `UPDATE api_keys SET permissions = NULL WHERE id = '${key.id}'`);

    expect((await company.owner.get(`/keys/${key.id}`)).body).toMatchObject({ status: 'broken' });
    expect(await meOf(secret)).toMatchObject({ status: 401, body: { code: 'disabled' } });
  });
});
