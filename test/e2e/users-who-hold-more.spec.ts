import { aCompany, startApp, type TestApp, type TestCompany } from '../support';

let test: TestApp;
let company: TestCompany;

beforeAll(async () => {
  test = await startApp();
  company = await aCompany(test);
});
afterAll(() => test.close());

describe('a member who holds more', () => {
  it.each([
    ['superadmin', 'owner'],
    ['admin', 'owner'],
    ['admin', 'superadmin'],
    ['admin', 'system-administrator'],
    ['superadmin', 'system-administrator'],
  ] as const)('403: %s changes no %s', async (lesser, greater) => {
    const { client } = await company.member(lesser);
    const { id } = await company.member(greater);
    const before: { roles: { id: string }[] } = (await company.owner.get(`/users/${id}`)).body;
    const unchanged = before.roles.map((role) => role.id);
    const refused = { status: 403, body: { code: 'role-exceeds-yours' } };

    expect(await client.patch(`/users/${id}`, { active: false })).toMatchObject(refused);
    expect(await client.delete(`/users/${id}`)).toMatchObject(refused);
    expect(await client.put(`/users/${id}/roles`, { roles: [] })).toMatchObject(refused);
    expect(await client.put(`/users/${id}/roles`, { roles: unchanged })).toMatchObject(refused);
    expect((await company.owner.get(`/users/${id}`)).body).toEqual(before);
  });

  it('403 also when they are deactivated: nobody brings back who can do more', async () => {
    const second = await company.member('owner');
    await company.owner.patch(`/users/${second.id}`, { active: false });
    const { client } = await company.member('superadmin');

    expect(await client.patch(`/users/${second.id}`, { active: true })).toMatchObject({
      status: 403,
      body: { code: 'role-exceeds-yours' },
    });
  });

  it.each([
    ['superadmin', 'admin'],
    ['admin', 'admin'],
    ['admin', 'member'],
    ['owner', 'system-administrator'],
  ] as const)('200: %s changes %s, who does not', async (one, other) => {
    const { client } = await company.member(one);
    const { id } = await company.member(other, 'api-key-generate', 'api-key-sign-in');

    expect((await client.patch(`/users/${id}`, { active: false })).status).toBe(200);
    expect((await client.put(`/users/${id}/roles`, { roles: [] })).status).toBe(200);
    expect((await client.delete(`/users/${id}`)).status).toBe(200);
  });
});
