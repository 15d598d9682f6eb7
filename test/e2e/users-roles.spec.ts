import { type SystemRoleCode } from '../../libs/permissions';
import {
  aCompany,
  type Answer,
  type Client,
  startApp,
  type TestApp,
  type TestCompany,
  type TestMember,
} from '../support';
import { runStatement } from '../support/tables';

const zeroId = '00000000-0000-7000-8000-000000000000';

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
  company = await aCompany(test);
});
afterAll(() => test.close());

const idOf = (code: SystemRoleCode): string => company.roleIds.get(code) ?? '';

function give(client: Client, member: { id: string }, ...roles: string[]): Promise<Answer> {
  return client.put(`/users/${member.id}/roles`, { roles });
}

async function roleNames(member: { id: string }): Promise<string[]> {
  const roles: { name: string }[] = (await company.owner.get(`/users/${member.id}`)).body.roles;
  return roles.map(({ name }) => name);
}

/** A member with a custom role of exactly these permissions. */
async function aMemberWho(...permissions: string[]): Promise<TestMember> {
  const member = await company.member();
  const role = await company.owner.post('/roles', { name: `Role of ${member.username}`, permissions });
  await give(company.owner, member, role.body.id);
  return member;
}

describe('the roles of a member', () => {
  it('200 become what was said: what is missing is taken, what is new is given, and the log says which', async () => {
    const member = await company.member('member', 'api-key-generate');
    const changed = await give(company.owner, member, idOf('api-key-generate'), idOf('admin'));

    expect(changed).toMatchObject({
      status: 200,
      body: {
        roles: [{ name: 'API Key Generate' }, { name: 'Admin' }],
        revocation: { effectiveEverywhere: true },
      },
    });
    const { data } = (await company.owner.get(`/events?target=${member.id}`)).body;
    expect(data).toMatchObject([
      {
        type: 'member.roles-changed',
        data: { given: ['Admin'], taken: ['Member'] },
        position: changed.body.revocation.position,
      },
    ]);
  });

  it('hold from the very next request, given or taken', async () => {
    const member = await company.member('member');
    expect((await member.client.get('/events')).status).toBe(403);

    await give(company.owner, member, idOf('member'), idOf('admin'));
    expect((await member.client.get('/events')).status).toBe(200);
    expect((await member.client.get('/sessions/current')).body.permissions).toContain('events:read');

    await give(company.owner, member);
    expect((await member.client.get('/events')).status).toBe(403);
    expect((await member.client.get('/sessions/current')).body).toMatchObject({
      company: { id: company.id },
      permissions: [],
    });
  });

  it('200 takes a role named twice as one', async () => {
    const member = await company.member();
    expect((await give(company.owner, member, idOf('member'), idOf('member'))).status).toBe(200);
    expect(await roleNames(member)).toEqual(['Member']);
  });

  it('422 alike for a role of another company and one that nobody has, and gives none of the others', async () => {
    const other = await aCompany(test);
    const member = await company.member('member');
    const foreign = await give(company.owner, member, idOf('admin'), other.roleIds.get('member') ?? '');
    const unknown = await give(company.owner, member, idOf('admin'), zeroId);
    const odd = await give(company.owner, member, idOf('admin'), 'Member');

    expect(foreign).toMatchObject({
      status: 422,
      body: {
        code: 'validation-failed',
        errors: [
          {
            pointer: '/roles/1',
            code: 'unknown-reference',
            params: { resource: 'role' },
            detail: 'There is no such role.',
          },
        ],
      },
    });
    for (const { status, body } of [unknown, odd]) {
      expect({ status, ...body, requestId: null }).toEqual({ status: 422, ...foreign.body, requestId: null });
    }
    expect(await roleNames(member)).toEqual(['Member']);
  });

  it.each([
    ['nothing', {}, '/roles'],
    ['no list', { roles: null }, '/roles'],
    ['a number in the list', { roles: [7] }, '/roles/0'],
    ['more than a hundred', { roles: Array.from({ length: 101 }, () => zeroId) }, '/roles'],
    ['an unknown field', { roles: [], role: zeroId }, '/role'],
  ])('422 refuses %s', async (_what, body, pointer) => {
    const answer = await company.owner.put(`/users/${company.ownerId}/roles`, body);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
  });
});

describe('who may give a role', () => {
  it.each([
    ['superadmin', 'owner'],
    ['superadmin', 'system-administrator'],
    ['admin', 'superadmin'],
    ['admin', 'owner'],
    ['admin', 'system-administrator'],
  ] as const)('403: %s cannot give %s, neither to others nor to themselves', async (giver, role) => {
    const { client, id } = await company.member(giver);
    const member = await company.member();
    const refused = { status: 403, body: { code: 'role-exceeds-yours' } };

    expect(await give(client, member, idOf(role))).toMatchObject(refused);
    expect(await give(client, { id }, idOf(giver), idOf(role))).toMatchObject(refused);
    expect(await roleNames(member)).toEqual([]);
  });

  it.each([
    ['owner', 'owner'],
    ['owner', 'system-administrator'],
    ['superadmin', 'superadmin'],
    ['admin', 'admin'],
    ['admin', 'member'],
  ] as const)('200: %s gives %s, and takes it again', async (giver, role) => {
    const { client } = await company.member(giver);
    const member = await company.member();

    expect((await give(client, member, idOf(role))).status).toBe(200);
    expect((await give(client, member)).status).toBe(200);
    expect(await roleNames(member)).toEqual([]);
  });

  it('200: an Admin gives API Key Generate and API Key Sign In without holding either, and takes them again', async () => {
    const { client } = await company.member('admin');
    const member = await company.member('member');
    const both = [idOf('api-key-generate'), idOf('api-key-sign-in')];

    expect((await give(client, member, idOf('member'), ...both)).status).toBe(200);
    expect(await roleNames(member)).toEqual(['API Key Generate', 'API Key Sign In', 'Member']);
    expect((await member.client.get('/sessions/current')).body.permissions).toEqual(
      expect.arrayContaining(['keys.personal:generate', 'keys.personal:sign-in']),
    );
    expect((await give(client, member, idOf('member'))).status).toBe(200);
    expect(await roleNames(member)).toEqual(['Member']);
  });

  it('200: someone who may only update users can give these two, and not even Member', async () => {
    const clerk = await aMemberWho('users:read', 'users:update');
    const member = await company.member();

    expect((await give(clerk.client, member, idOf('api-key-generate'), idOf('api-key-sign-in'))).status).toBe(
      200,
    );
    expect(await give(clerk.client, member, idOf('member'))).toMatchObject({
      status: 403,
      body: { code: 'role-exceeds-yours' },
    });
    expect(await roleNames(member)).toEqual(['API Key Generate', 'API Key Sign In']);
  });

  it('403 for a role with a permission that this version does not know, to all but an Owner', async () => {
    const admin = await company.member('superadmin');
    const member = await company.member();
    const input = { name: 'From another version', permissions: ['sales-invoices:read'] };
    const { body: role } = await company.owner.post('/roles', input);
    await runStatement(test, `UPDATE roles SET permissions = '["fax:send"]' WHERE id = '${role.id}'`);

    expect(await give(admin.client, member, role.id)).toMatchObject({
      status: 403,
      body: { code: 'role-exceeds-yours' },
    });
    expect((await give(company.owner, member, role.id)).status).toBe(200);
  });

  it('403: who may only read users gives nothing', async () => {
    const reader = await aMemberWho('users:read');
    const member = await company.member();

    expect((await reader.client.get(`/users/${member.id}`)).status).toBe(200);
    expect(await give(reader.client, member, idOf('api-key-sign-in'))).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  it('200: what a custom role says of one’s own personal keys does not count against the giver', async () => {
    const { client } = await company.member('admin');
    const permissions = [
      'sales-invoices:read',
      'keys.personal:read',
      'keys.personal:generate',
      'keys.personal:sign-in',
    ];
    const { body: role } = await company.owner.post('/roles', { name: 'Zapier user', permissions });
    const member = await company.member();

    expect((await give(client, member, role.id)).status).toBe(200);
    expect((await member.client.get('/keys')).status).toBe(200);
  });

  it('403: everything else of a custom role does', async () => {
    const { client } = await company.member('admin');
    const permissions = ['sales-invoices:read', 'keys.company:read'];
    const { body: role } = await company.owner.post('/roles', { name: 'Key viewer', permissions });
    const member = await company.member();

    expect((await give(client, member, role.id)).body.code).toBe('role-exceeds-yours');
    await give(company.owner, member, role.id);
    expect((await give(client, member)).body.code).toBe('role-exceeds-yours');
    expect(await roleNames(member)).toEqual(['Key viewer']);
  });
});
