import { type SystemRoleCode } from '../../libs/permissions';
import { aCompany, type Answer, type Client, startApp, type TestApp, type TestCompany } from '../support';

const zeroId = '00000000-0000-7000-8000-000000000000';
const exceeds = { status: 403, body: { code: 'role-exceeds-yours' } };

let test: TestApp;
let company: TestCompany;
let admin: Client;

beforeAll(async () => {
  test = await startApp();
  company = await aCompany(test);
  admin = (await company.member('admin')).client;
});
afterAll(() => test.close());

let count = 0;

/** Makes a custom role as the Owner. */
async function aRole(...permissions: string[]): Promise<{ id: string; name: string }> {
  const made = await company.owner.post('/roles', { name: `Role ${(count += 1)}`, permissions });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
}

function give(member: { id: string }, ...roles: string[]): Promise<Answer> {
  return company.owner.put(`/users/${member.id}/roles`, { roles });
}

/** The role as the list shows it, or undefined. */
async function listed(id: string): Promise<unknown> {
  return (await allRoles()).find((role) => role.id === id);
}

async function allRoles(): Promise<{ id: string; name: string }[]> {
  return (await company.owner.get('/roles?limit=100')).body.data;
}

const systemId = (code: SystemRoleCode): string => company.roleIds.get(code) ?? '';

describe('system roles', () => {
  it('200 are there from the start, by name, page by page', async () => {
    const { owner } = await aCompany(test);
    const first = await owner.get('/roles?limit=4');
    const second = await owner.get(`/roles?limit=4&cursor=${first.body.pagination.cursor}`);
    const roles = [...first.body.data, ...second.body.data];

    expect(roles.map(({ name }) => name)).toEqual([
      ...[
        'API Key Generate',
        'API Key Sign In',
        'Admin',
        'Member',
        'Owner',
        'Superadmin',
        'System Administrator',
      ],
    ]);
    expect(roles.every(({ system }) => system === true)).toBe(true);
    expect(second.body.pagination).toEqual({ cursor: null, hasMore: false });
  });

  it('200 say what they permit', async () => {
    expect(await listed(systemId('api-key-sign-in'))).toEqual({
      id: systemId('api-key-sign-in'),
      name: 'API Key Sign In',
      system: true,
      permissions: ['keys.personal:sign-in'],
    });
    expect(await listed(systemId('member'))).toMatchObject({
      permissions: ['sales-invoices:read', 'sales-invoices:create', 'company:read', 'products:read'],
    });
  });

  it.each([
    ['renamed', (id: string) => company.owner.patch(`/roles/${id}`, { name: 'Mine' })],
    ['changed', (id: string) => company.owner.patch(`/roles/${id}`, { permissions: [] })],
    ['deleted', (id: string) => company.owner.delete(`/roles/${id}`)],
  ])('409 cannot be %s, not even by an Owner', async (_, act) => {
    const before = await listed(systemId('member'));

    expect(await act(systemId('member'))).toMatchObject({ status: 409, body: { code: 'system-role-fixed' } });
    expect(await listed(systemId('member'))).toEqual(before);
  });
});

describe('making a role', () => {
  it('201 is the company’s own role, once in the list and in the log', async () => {
    const permissions = ['sales-invoices:read', 'events:read'];
    const made = await company.owner.post('/roles', {
      name: ' Bookkeeper ',
      permissions: [...permissions, 'events:read'],
    });

    expect(made).toMatchObject({ status: 201, body: { name: 'Bookkeeper', system: false, permissions } });
    expect(await listed(made.body.id)).toEqual(made.body);
    expect((await company.owner.get(`/events?target=${made.body.id}`)).body.data).toMatchObject([
      { type: 'role.created', data: { name: 'Bookkeeper', permissions } },
    ]);
  });

  it.each([
    ['nothing', {}, ['/name', '/permissions']],
    ['an empty name', { name: ' ', permissions: [] }, ['/name']],
    ['a name of 65 characters', { name: 'x'.repeat(65), permissions: [] }, ['/name']],
    [
      'an invalid permission',
      { name: 'R', permissions: ['events:read', 'events:write'] },
      ['/permissions/1'],
    ],
    ['a permission in capitals', { name: 'R', permissions: ['Events:read'] }, ['/permissions/0']],
    ['a system role', { name: 'R', permissions: [], system: true }, ['/system']],
  ])('422 refuses %s', async (_what, role, pointers) => {
    const refused = await company.owner.post('/roles', role);
    expect(refused.status).toBe(422);
    expect(refused.body.errors).toEqual(pointers.map((pointer) => expect.objectContaining({ pointer })));
  });

  it('409 refuses a name that the company has, a system role’s too, and another company may have', async () => {
    const { name } = await aRole();
    const taken = { status: 409, body: { code: 'role-name-taken' } };
    const other = await aCompany(test);

    expect(await company.owner.post('/roles', { name, permissions: [] })).toMatchObject(taken);
    expect(await company.owner.post('/roles', { name: 'Owner', permissions: [] })).toMatchObject(taken);
    expect((await other.owner.post('/roles', { name, permissions: [] })).status).toBe(201);
  });

  it.each(['company:submit', 'keys.company:read', 'keys.company:generate'])(
    '403: an Admin, who lacks it, makes no role with %s',
    async (permission) => {
      expect(
        await admin.post('/roles', { name: 'More', permissions: ['users:read', permission] }),
      ).toMatchObject(exceeds);
      expect((await allRoles()).map(({ name }) => name)).not.toContain('More');
    },
  );

  it('201: an Admin makes one of what they hold, and of rights over one’s own personal keys, which do not count', async () => {
    const permissions = [
      'users:read',
      'keys.product:generate',
      'keys.personal:generate',
      'keys.personal:sign-in',
    ];
    expect((await admin.post('/roles', { name: 'Less', permissions })).status).toBe(201);
  });

  it('403: who may make roles makes none with more than their own permissions', async () => {
    const member = await company.member();
    await give(member, (await aRole('roles:create', 'events:read')).id);

    expect((await member.client.post('/roles', { name: 'Same', permissions: ['events:read'] })).status).toBe(
      201,
    );
    for (const wider of ['users:read', 'keys.personal.any:read', 'keys:verify']) {
      const role = { name: `With ${wider}`, permissions: ['events:read', wider] };
      expect(await member.client.post('/roles', role)).toMatchObject(exceeds);
    }
  });
});

describe('editing a role', () => {
  it('200 changes what is named, keeps the rest, and answers with a receipt', async () => {
    const role = await aRole('events:read');
    const renamed = await company.owner.patch(`/roles/${role.id}`, { name: 'Auditor' });
    const widened = await company.owner.patch(`/roles/${role.id}`, {
      permissions: ['events:read', 'usage:read'],
    });

    expect(renamed.body).toMatchObject({ name: 'Auditor', permissions: ['events:read'] });
    expect(widened.body).toMatchObject({
      name: 'Auditor',
      permissions: ['events:read', 'usage:read'],
      revocation: { position: expect.any(Number), effectiveEverywhere: true },
    });
    expect(
      (await company.owner.get(`/events?target=${role.id}&type=role.updated&limit=1`)).body.data,
    ).toMatchObject([
      {
        position: widened.body.revocation.position,
        data: { permissions: ['events:read', 'usage:read'], before: { permissions: ['events:read'] } },
      },
    ]);
  });

  it('403: an Admin edits no role that held more before, not even to narrow, rename or delete it', async () => {
    const role = await aRole('events:read', 'keys.company:read');
    const path = `/roles/${role.id}`;
    const before = await listed(role.id);

    expect(await admin.patch(path, { permissions: [] })).toMatchObject(exceeds);
    expect(await admin.patch(path, { name: 'Harmless' })).toMatchObject(exceeds);
    expect(await admin.delete(path)).toMatchObject(exceeds);
    expect(await listed(role.id)).toEqual(before);
  });

  it('403: an Admin edits no role into one that would hold more after', async () => {
    const role = await aRole('events:read');

    expect(await admin.patch(`/roles/${role.id}`, { permissions: ['keys.company:read'] })).toMatchObject(
      exceeds,
    );
    expect(await listed(role.id)).toMatchObject({ permissions: ['events:read'] });
    expect((await admin.patch(`/roles/${role.id}`, { permissions: ['users:read'] })).status).toBe(200);
  });

  it('409 refuses a name that is taken, and 200 takes its own', async () => {
    const [one, two] = [await aRole(), await aRole()];
    expect(await company.owner.patch(`/roles/${one.id}`, { name: two.name })).toMatchObject({
      status: 409,
      body: { code: 'role-name-taken' },
    });
    expect((await company.owner.patch(`/roles/${one.id}`, { name: one.name })).status).toBe(200);
  });

  it('404 alike for another company’s role, an unknown and an odd id', async () => {
    const foreign = (await aCompany(test)).roleIds.get('member') ?? '';
    for (const id of [foreign, zeroId, 'Member']) {
      expect((await company.owner.patch(`/roles/${id}`, { name: 'Mine' })).status).toBe(404);
      expect((await company.owner.delete(`/roles/${id}`)).status).toBe(404);
    }
  });
});
