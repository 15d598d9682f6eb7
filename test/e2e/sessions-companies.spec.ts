import { type SystemRoleCode } from '../../libs/permissions';
import { minuteMs } from '../../src/platform';
import { UnitOfWork } from '../../src/platform/database';
import { NewMembers } from '../../src/users';
import {
  aCompany,
  aKey,
  anOperator,
  aUser,
  type Client,
  password,
  startApp,
  type TestApp,
  type TestCompany,
} from '../support';
import { actingFor } from '../support/principals';

describe('PUT /sessions/current/company', () => {
  let test: TestApp;
  let older: TestCompany;
  let newer: TestCompany;

  beforeAll(async () => {
    test = await startApp();
    older = await aCompany(test, 'Older');
    newer = await aCompany(test, 'Newer');
  });
  afterAll(() => test.close());

  /** Makes a person who is there already a member of one more company. */
  async function join(userId: string, company: TestCompany, role: SystemRoleCode): Promise<void> {
    test.clock.advance(minuteMs);
    const roleIds = [company.roleIds.get(role) ?? ''];
    const members = test.app.get(NewMembers);
    await test.app.get(UnitOfWork).run((tx) => members.insert(actingFor(company), userId, roleIds, tx));
  }

  /** A Member of the older company and a System Administrator of the newer one. */
  async function aTraveller(): Promise<{ id: string; username: string; client: Client }> {
    const { id, username } = await aUser(test);
    await join(id, older, 'member');
    await join(id, newer, 'system-administrator');
    return { id, username, client: await test.anyone.signIn(username, password) };
  }

  const switchTo = (client: Client, companyId: string) =>
    client.put('/sessions/current/company', { companyId });

  const whereIs = async (client: Client): Promise<unknown> =>
    (await client.get('/sessions/current')).body.company?.slug;

  it('200 moves from the oldest membership, where one begins, to another', async () => {
    const { client } = await aTraveller();
    expect(await whereIs(client)).toBe(older.slug);

    const moved = await switchTo(client, newer.id);

    expect(moved.status).toBe(200);
    expect(moved.body).toMatchObject({
      company: { id: newer.id },
      companies: [{ id: older.id }, { id: newer.id }],
    });
    expect((await client.get('/company')).body.slug).toBe(newer.slug);
  });

  it('200 gives the rights one has there, and takes those one had before', async () => {
    const { client } = await aTraveller();
    expect((await client.get('/keys')).status).toBe(403);

    const there = await switchTo(client, newer.id);
    expect(there.body.permissions).toContain('keys.company:read');
    expect((await client.get('/keys')).status).toBe(200);

    const back = await switchTo(client, older.id);
    expect(back.body.permissions).not.toContain('keys.company:read');
    expect((await client.get('/keys')).status).toBe(403);
  });

  it('200 shows nothing of the company one came from', async () => {
    const { client } = await aTraveller();
    const { key } = await aKey(older.owner);

    await switchTo(client, newer.id);

    expect((await client.get(`/keys/${key.id}`)).status).toBe(404);
    expect(JSON.stringify((await client.get('/keys')).body)).not.toContain(key.id);
  });

  it('200 moves this session only, and the next sign-in begins there', async () => {
    const { client, username } = await aTraveller();
    const elsewhere = await test.anyone.signIn(username, password);

    await switchTo(client, newer.id);

    expect(await whereIs(elsewhere)).toBe(older.slug);
    expect(await whereIs(await test.anyone.signIn(username, password))).toBe(newer.slug);
  });

  it('404 says the same of a foreign company, an unknown one and nonsense, and stays', async () => {
    const { client } = await aTraveller();
    const foreign = await aCompany(test);

    const ids = [foreign.id, '01900000-0000-7000-8000-000000000000', newer.slug, newer.id.toUpperCase(), ''];
    const answers = await Promise.all(ids.map((id) => switchTo(client, id)));

    for (const { status, body } of answers)
      expect([status, { ...body, requestId: '' }]).toEqual([404, { ...answers[0]?.body, requestId: '' }]);
    expect(await whereIs(client)).toBe(older.slug);
  });

  it('404 is also the company that deactivated one', async () => {
    const { client, id } = await aTraveller();
    await newer.owner.patch(`/users/${id}`, { active: false });

    expect((await switchTo(client, newer.id)).status).toBe(404);
    expect((await client.get('/sessions/current')).body.companies).toMatchObject([{ id: older.id }]);
  });

  it('leaves a session nowhere when its company lets the person go, until it is moved', async () => {
    const { client, id, username } = await aTraveller();
    await older.owner.delete(`/users/${id}`);

    expect((await client.get('/sessions/current')).body).toMatchObject({ company: null, permissions: [] });
    expect((await client.get('/company')).status).toBe(403);
    expect(await whereIs(await test.anyone.signIn(username, password))).toBe(newer.slug);
    expect((await switchTo(client, newer.id)).status).toBe(200);
    expect((await client.get('/company')).body.slug).toBe(newer.slug);
  });

  it('lets one look at a suspended company, leave it and sign out, and nothing else', async () => {
    const suspended = await aCompany(test);
    const { client, id } = await aTraveller();
    await join(id, suspended, 'owner');
    const operator = await anOperator(test);
    await operator.client.post(`/platform/companies/${suspended.id}/suspend`, { reason: 'Unpaid' });

    expect((await switchTo(client, suspended.id)).body.company.suspended).toBe(true);
    expect((await client.get('/company')).body.status).toBe('suspended');
    const refused = { status: 403, body: { code: 'company-suspended' } };
    expect(await client.patch('/company', { name: 'Renamed' })).toMatchObject(refused);
    expect(await client.post('/keys', { kind: 'company', name: 'New' })).toMatchObject(refused);
    expect((await switchTo(client, older.id)).status).toBe(200);
    expect((await suspended.owner.delete('/sessions/current')).status).toBe(204);
  });

  it('403 password-session-required is what an API key hears', async () => {
    const { secret } = await aKey(older.owner);

    const answer = await switchTo(test.anyone.withKey(secret), older.id);

    expect(answer).toMatchObject({ status: 403, body: { code: 'password-session-required' } });
  });

  it('401 asks who is there first', async () => {
    expect((await switchTo(test.anyone, older.id)).status).toBe(401);
  });
});
