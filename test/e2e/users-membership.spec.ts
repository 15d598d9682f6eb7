import {
  aCompany,
  aKey,
  password,
  startApp,
  type TestApp,
  type TestCompany,
  type TestMember,
} from '../support';

let test: TestApp;
let company: TestCompany;
let member: TestMember;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.close());

beforeEach(async () => {
  company = await aCompany(test);
  member = await company.member('member');
});

const path = (): string => `/users/${member.id}`;
const receipt = { position: expect.any(Number), effectiveEverywhere: true, afterMs: expect.any(Number) };

/** What the log says happened to the member, newest first. */
async function happened(): Promise<{ type: string; data: unknown }[]> {
  return (await company.owner.get(`/events?target=${member.id}`)).body.data;
}

/** Makes the member one of another company too. */
async function alsoIn(other: TestCompany): Promise<void> {
  const roles = [other.roleIds.get('member')];
  const { body } = await other.owner.post('/users', { username: member.username, roles });
  const redeemed = await test.anyone.post('/invitations/redeem', { token: body.invitation.token, password });
  if (redeemed.status >= 300) throw new Error(JSON.stringify(redeemed.body));
}

describe('deactivating a member', () => {
  it('200 with a receipt, an event at that place in the log, and the roles kept', async () => {
    const changed = await company.owner.patch(path(), { active: false });

    expect(changed).toMatchObject({
      status: 200,
      body: { id: member.id, status: 'deactivated', roles: [{ name: 'Member' }], revocation: receipt },
    });
    expect(await happened()).toMatchObject([
      {
        type: 'member.deactivated',
        position: changed.body.revocation.position,
        actor: { id: company.ownerId },
      },
    ]);
  });

  it('403 on their very next request: the session has lost the company', async () => {
    expect((await member.client.get('/company')).status).toBe(200);
    await company.owner.patch(path(), { active: false });

    expect(await member.client.get('/company')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await member.client.get('/sales_invoices')).status).toBe(403);
    expect((await member.client.get('/sessions/current')).body).toMatchObject({
      user: { id: member.id },
      company: null,
      companies: [],
      permissions: [],
    });
    expect((await member.client.get('/me')).body).toMatchObject({ companyId: null, permissions: [] });
  });

  it('404 when they try to switch back into the company', async () => {
    await company.owner.patch(path(), { active: false });
    expect((await member.client.put('/sessions/current/company', { companyId: company.id })).status).toBe(
      404,
    );
  });

  it('201 still lets them sign in, to no company', async () => {
    await company.owner.patch(path(), { active: false });
    const again = await test.anyone.post('/sessions', { username: member.username, password });
    expect(again).toMatchObject({ status: 201, body: { company: null, companies: [] } });
  });

  it('touches no other company of theirs', async () => {
    const other = await aCompany(test);
    await alsoIn(other);
    await company.owner.patch(path(), { active: false });

    expect((await member.client.get('/sessions/current')).body.companies).toMatchObject([{ id: other.id }]);
    const switched = await member.client.put('/sessions/current/company', { companyId: other.id });
    expect(switched.status).toBe(200);
    expect((await member.client.get('/company')).body.id).toBe(other.id);
  });

  it('leaves the keys of the company that they made, and flags their maker', async () => {
    const keeper = await company.member('system-administrator');
    const { key, secret } = await aKey(keeper.client);
    await company.owner.patch(`/users/${keeper.id}`, { active: false });

    expect((await test.anyone.withKey(secret).get('/core/api/v1/sales_invoices')).status).toBe(200);
    expect((await company.owner.get(`/keys/${key.id}`)).body.createdBy).toEqual({
      type: 'user',
      id: keeper.id,
      name: keeper.username,
      username: keeper.username,
      active: false,
    });
  });

  it('200 takes them back with the roles they had, in the session they had', async () => {
    await company.owner.patch(path(), { active: false });
    const back = await company.owner.patch(path(), { active: true });

    expect(back.body).toMatchObject({ status: 'active', roles: [{ name: 'Member' }], revocation: receipt });
    expect((await member.client.get('/sales_invoices')).status).toBe(200);
    expect((await happened()).map(({ type }) => type)).toEqual(['member.reactivated', 'member.deactivated']);
  });

  it.each([
    ['nothing', {}, '/active'],
    ['no answer', { active: null }, '/active'],
    ['a text', { active: 'false' }, '/active'],
    ['a status', { active: true, status: 'deactivated' }, '/status'],
    ['a username', { active: true, username: 'other' }, '/username'],
  ])('422 refuses %s and changes nothing', async (_what, patch, pointer) => {
    expect(await company.owner.patch(path(), patch)).toMatchObject({
      status: 422,
      body: { code: 'validation-failed', errors: [{ pointer }] },
    });
    expect(await happened()).toEqual([]);
  });
});

describe('removing a member', () => {
  it('200 with a receipt; they are gone from the company and the log says who it was', async () => {
    const removed = await company.owner.delete(path());

    expect(removed).toMatchObject({ status: 200, body: { revocation: receipt } });
    expect((await company.owner.get(path())).status).toBe(404);
    expect((await company.owner.get('/users')).body.data).toMatchObject([{ id: company.ownerId }]);
    expect(await happened()).toMatchObject([
      {
        type: 'member.removed',
        data: { username: member.username },
        position: removed.body.revocation.position,
      },
    ]);
  });

  it('404 the second time', async () => {
    await company.owner.delete(path());
    expect(await company.owner.delete(path())).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  it('403 on their very next request, while the person and other memberships stay', async () => {
    const other = await aCompany(test);
    await alsoIn(other);
    await company.owner.delete(path());

    expect((await member.client.get('/company')).status).toBe(403);
    expect((await member.client.get('/sessions/current')).body).toMatchObject({
      company: null,
      companies: [{ id: other.id }],
    });
    expect((await other.owner.get(path())).body).toMatchObject({
      status: 'active',
      roles: [{ name: 'Member' }],
    });
  });

  it('201 still lets them sign in: into what they have left', async () => {
    const other = await aCompany(test);
    await alsoIn(other);
    await company.owner.delete(path());

    const again = await test.anyone.post('/sessions', { username: member.username, password });
    expect(again).toMatchObject({ status: 201, body: { company: { id: other.id } } });
  });

  it('200 lets an Admin leave by their own hand', async () => {
    const admin = await company.member('admin');
    expect((await admin.client.delete(`/users/${admin.id}`)).status).toBe(200);
    expect((await admin.client.get('/users')).status).toBe(403);
  });
});

describe('removing a member at the moment of another change', () => {
  it.each([
    ['200 once and 404 else, when it is removed thrice', () => company.owner.delete(path()), /^(200|404)$/],
    [
      '200 or 404 for giving them a role',
      () => company.owner.put(`${path()}/roles`, { roles: [company.roleIds.get('admin')] }),
      /^(200|404)$/,
    ],
    ['200 or 404 for deactivating them', () => company.owner.patch(path(), { active: false }), /^(200|404)$/],
  ])('%s', async (_, change, fine) => {
    const [removed, ...others] = await Promise.all([company.owner.delete(path()), change(), change()]);

    for (const { status } of [removed, ...others]) expect(String(status)).toMatch(fine);
    expect((await company.owner.get(path())).status).toBe(404);
    const log = (await happened()).map(({ type }) => type);
    expect(log.filter((type) => type === 'member.removed')).toHaveLength(1);
    expect(log[0]).toBe('member.removed');
  });
});
