import { type SystemRoleCode } from '../../libs/permissions';
import { aCompany, aKey, type Client, startApp, type TestApp, type TestCompany } from '../support';

/** All that can be done to a company key, and to company keys. */
const acts = {
  generate: (client: Client) => client.post('/keys', { kind: 'company', name: 'Integration' }),
  list: (client: Client) => client.get('/keys'),
  get: (client: Client, id: string) => client.get(`/keys/${id}`),
  update: (client: Client, id: string) => client.patch(`/keys/${id}`, { name: 'Renamed' }),
  reveal: (client: Client, id: string) => client.post(`/keys/${id}/reveal`),
  endOverlap: (client: Client, id: string) => client.post(`/keys/${id}/end-overlap`),
  disable: (client: Client, id: string) => client.post(`/keys/${id}/disable`),
  enable: (client: Client, id: string) => client.post(`/keys/${id}/enable`),
  revoke: (client: Client, id: string) => client.post(`/keys/${id}/revoke`),
  remove: (client: Client, id: string) => client.delete(`/keys/${id}`),
};

async function statuses(client: Client, id: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, act] of Object.entries(acts)) found[name] = (await act(client, id)).status;
  return found;
}

describe('rights over company keys', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());

  const all = {
    generate: 201,
    list: 200,
    get: 200,
    update: 200,
    reveal: 200,
    endOverlap: 200,
    disable: 200,
    enable: 200,
    revoke: 200,
    remove: 200,
  };
  const otherKinds = {
    generate: 403,
    list: 200,
    get: 404,
    update: 404,
    reveal: 404,
    endOverlap: 404,
    disable: 404,
    enable: 404,
    revoke: 404,
    remove: 404,
  };
  const none = {
    generate: 403,
    list: 403,
    get: 403,
    update: 403,
    reveal: 403,
    endOverlap: 403,
    disable: 403,
    enable: 403,
    revoke: 403,
    remove: 403,
  };

  it.each<[SystemRoleCode, object]>([
    ['owner', all],
    ['superadmin', otherKinds],
    ['admin', otherKinds],
    ['system-administrator', all],
    ['member', none],
    ['api-key-generate', otherKinds],
    ['api-key-sign-in', none],
  ])('give %s exactly %j', async (role, expected) => {
    await company.owner.patch('/settings', { keys: { company: { visibility: 'recoverable' } } });
    const { key } = await aKey(company.owner);
    const { client } = await company.member(role);

    expect(await statuses(client, key.id)).toEqual(expected);
    expect((await company.owner.get(`/keys/${key.id}`)).body.status).toBe(
      expected === all ? 'revoked' : 'active',
    );
  });

  it.each<SystemRoleCode>(['superadmin', 'admin', 'api-key-generate'])(
    'show %s no company key in any list',
    async (role) => {
      await aKey(company.owner);
      const { client } = await company.member(role);

      expect((await client.get('/keys?deleted=true')).body.data).toEqual([]);
      expect((await client.get('/keys?kind=company')).status).toBe(403);
    },
  );

  it('403 lets one who may only read company keys do nothing to them', async () => {
    const permissions = ['keys.company:read', 'keys.product:generate', 'keys.product:update'];
    const role = await company.owner.post('/roles', { name: 'Reader', permissions });
    const { client, id } = await company.member();
    await company.owner.put(`/users/${id}/roles`, { roles: [role.body.id] });
    const { key } = await aKey(company.owner);

    expect(await statuses(client, key.id)).toEqual({ ...none, list: 200, get: 200 });
  });

  it('404 keeps the keys of another company unknown to its Owner', async () => {
    const { key } = await aKey(company.owner);
    const { owner } = await aCompany(test);

    expect(await statuses(owner, key.id)).toEqual({ ...otherKinds, generate: 201 });
    expect((await company.owner.get(`/keys/${key.id}`)).body.status).toBe('active');
  });

  it('404 says the same of a foreign id, an unknown one and an odd one', async () => {
    const { owner } = await aCompany(test);
    const { key } = await aKey(company.owner);
    const foreign = await owner.get(`/keys/${key.id}`);

    const odd = [
      '01900000-0000-7000-8000-000000000000',
      key.id.toUpperCase(),
      '1',
      '%00',
      "'",
      'a'.repeat(300),
    ];
    for (const id of odd) {
      const { status, body } = await owner.get(`/keys/${id}`);
      expect([status, { ...body, requestId: '' }]).toEqual([404, { ...foreign.body, requestId: '' }]);
    }
  });

  it('403 lets a key look at no key and change none', async () => {
    const { key, secret } = await aKey(company.owner);

    expect(await statuses(test.anyone.withKey(secret), key.id)).toEqual(none);
    expect((await test.anyone.withKey(secret).get('/keys')).body.code).toBe('insufficient-permission');
  });

  it('401 asks who is there first', async () => {
    const { key } = await aKey(company.owner);
    const found = await statuses(test.anyone, key.id);
    expect(new Set(Object.values(found))).toEqual(new Set([401]));
  });
});
