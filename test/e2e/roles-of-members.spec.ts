import { type SystemRoleCode } from '../../libs/permissions';
import { aCompany, type Answer, startApp, type TestApp, type TestCompany } from '../support';

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
  company = await aCompany(test);
});
afterAll(() => test.close());

let count = 0;

/** Makes a custom role as the Owner. */
async function aRole(...permissions: string[]): Promise<{ id: string }> {
  const made = await company.owner.post('/roles', { name: `Role ${(count += 1)}`, permissions });
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return made.body;
}

function give(member: { id: string }, ...roles: string[]): Promise<Answer> {
  return company.owner.put(`/users/${member.id}/roles`, { roles });
}

const systemId = (code: SystemRoleCode): string => company.roleIds.get(code) ?? '';

describe('a role that members have', () => {
  it('grants, widens, narrows and ends on the very next request', async () => {
    const role = await aRole('events:read');
    const member = await company.member();
    expect((await member.client.get('/events')).status).toBe(403);

    await give(member, role.id);
    expect((await member.client.get('/events')).status).toBe(200);
    expect((await member.client.get('/roles')).status).toBe(403);

    await company.owner.patch(`/roles/${role.id}`, { permissions: ['roles:read'] });
    expect((await member.client.get('/events')).status).toBe(403);
    expect((await member.client.get('/roles')).status).toBe(200);

    await give(member);
    expect((await member.client.get('/roles')).status).toBe(403);
  });

  it('adds up with the others they have', async () => {
    const member = await company.member('member');
    await give(member, systemId('member'), (await aRole('events:read')).id, (await aRole('usage:read')).id);

    const permissions: string[] = (await member.client.get('/me')).body.permissions;
    expect(permissions.sort()).toEqual([
      ...['company:read', 'events:read', 'products:read', 'sales-invoices:create', 'sales-invoices:read'],
      'usage:read',
    ]);
  });

  it('409 cannot be deleted, and 200 as soon as nobody has it', async () => {
    const role = await aRole('events:read');
    const member = await company.member();
    await give(member, role.id);

    expect(await company.owner.delete(`/roles/${role.id}`)).toMatchObject({
      status: 409,
      body: { code: 'role-in-use' },
    });
    expect((await member.client.get('/events')).status).toBe(200);

    await give(member);
    expect(await company.owner.delete(`/roles/${role.id}`)).toMatchObject({
      status: 200,
      body: { revocation: { effectiveEverywhere: true } },
    });
    expect((await company.owner.patch(`/roles/${role.id}`, { name: 'Back' })).status).toBe(404);
    expect((await give(member, role.id)).status).toBe(422);
  });
});
