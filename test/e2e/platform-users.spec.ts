import { minuteMs } from '../../src/platform';
import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { UserDirectory, UserEntity } from '../../src/users';
import {
  aCompany,
  aKey,
  anOperator,
  aUser,
  password,
  startApp,
  type TestApp,
  type TestCompany,
  type TestOperator,
} from '../support';
import { givePin, giveTotp } from '../support/factors';
import { anInvitation, newUsername } from '../support/invited';
import { queryRows } from '../support/tables';

const chosen = 'a password of my own';
let test: TestApp;
let operator: TestOperator;

beforeAll(async () => (test = await startApp()));
beforeEach(async () => {
  // Wrong passwords of the test before are another window's, and the session of its operator may be over.
  test.clock.advance(15 * minuteMs);
  operator = await anOperator(test);
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => test.close());

const find = async (q: string, more = '') =>
  (await operator.client.get(`/platform/users?q=${encodeURIComponent(q)}${more}`)).body;
const release = (id: string) => operator.client.post(`/platform/users/${id}/release`);
const redeem = (body: object) => test.anyone.post('/invitations/redeem', body);
const signIn = (username: string, secret = password) =>
  test.anyone.post('/sessions', { username, password: secret });

async function withPersonalKeys(): Promise<TestCompany> {
  const company = await aCompany(test);
  await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
  return company;
}

describe('GET /platform/users', () => {
  it('200 finds people of every company by a part of the username in any case, and by id', async () => {
    const [one, other] = [await aCompany(test, 'One'), await aCompany(test, 'Other')];
    const { id, username, client } = await one.member('member');
    const { token } = await anInvitation(other.owner);
    await client.post('/invitations/redeem', { token });
    await other.owner.patch(`/users/${id}`, { active: false });

    for (const q of [username.slice(2, -2), username.toUpperCase(), id])
      expect(await find(q)).toMatchObject({
        data: [{ id, username, status: 'active', operator: false, releasedAt: null }],
        pagination: { hasMore: false },
      });
    const [found] = (await find(id)).data;
    expect(found.companies).toEqual([
      { id: one.id, name: 'One', slug: one.slug, status: 'approved', membership: 'active' },
      { id: other.id, name: 'Other', slug: other.slug, status: 'approved', membership: 'deactivated' },
    ]);
  });

  it('200 shows who is in no company, whose company is closed, and who is an operator; nobody who is only invited', async () => {
    const company = await aCompany(test);
    const [alone, invited] = [await aUser(test), await anInvitation(company.owner)];
    await operator.client.post(`/platform/companies/${company.id}/close`);

    expect((await find(alone.username)).data).toMatchObject([{ id: alone.id, companies: [] }]);
    expect((await find(company.ownerId)).data).toMatchObject([
      { companies: [{ id: company.id, status: 'closed' }] },
    ]);
    expect((await find(operator.username)).data).toMatchObject([{ id: operator.id, operator: true }]);
    expect((await find(invited.username)).data).toEqual([]);
  });

  it('200 shows each of them once, page by page', async () => {
    const company = await aCompany(test);
    const marks = await Promise.all([1, 2, 3, 4, 5].map(() => company.member('member')));
    const seen: string[] = [];
    let page = await find('@people.test', '&limit=2');
    for (;;) {
      seen.push(...page.data.map(({ id }: { id: string }) => id));
      if (!page.pagination.hasMore) break;
      page = await find('@people.test', `&limit=2&cursor=${encodeURIComponent(page.pagination.cursor)}`);
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toEqual(expect.arrayContaining(marks.map(({ id }) => id)));
  });

  it('200 takes wildcards as what they are, and 422 refuses an odd cursor', async () => {
    for (const q of ['%', '_____', 'released:']) expect((await find(q)).data).toEqual([]);
    const odd = Buffer.from('not an id').toString('base64url');
    expect((await operator.client.get(`/platform/users?cursor=${odd}`)).status).toBe(422);
  });
});

describe('POST /platform/users/{id}/release', () => {
  it('200 ends sessions, password, factors and personal keys at once, and frees the username', async () => {
    const company = await withPersonalKeys();
    const { id, username, client } = await company.member('member', 'api-key-generate', 'api-key-sign-in');
    const { secret } = await aKey(client, { kind: 'personal' });
    await givePin(client);
    await giveTotp(test, client);
    const keyed = test.anyone.withKey(secret);
    expect((await keyed.get('/me')).status).toBe(200);
    const reset = (await operator.client.post('/password-resets', { userId: id })).body.token;

    const released = await release(id);

    expect(released).toMatchObject({
      status: 200,
      body: { id, username, status: 'released', companies: [], revocation: { effectiveEverywhere: true } },
    });
    expect(Date.parse(released.body.releasedAt)).toBe(test.clock.now().getTime());
    expect((await keyed.get('/me')).body.code).toBe('revoked');
    expect((await client.get('/me')).status).toBe(401);
    expect((await signIn(username)).status).toBe(401);
    const late = await test.anyone.post('/password-resets/redeem', { token: reset, password: chosen });
    expect(late.status).toBe(404);
    for (const table of ['members', 'member_roles', 'sessions', 'user_factors', 'factor_attempts'])
      expect(await queryRows(test, `SELECT * FROM ${table} WHERE user_id = ?`, [id])).toEqual([]);
    const owner = { username, password: chosen };
    const slug = `again-${company.slug}`;
    expect((await test.anyone.post('/companies', { name: 'Again', slug, owner })).status).toBe(201);
    expect((await signIn(username, chosen)).status).toBe(201);
  });

  it('200 is in the log of every company that they were in, under the operator, with what ended there', async () => {
    const [one, other, third] = [await withPersonalKeys(), await aCompany(test), await aCompany(test)];
    const { id, username, client } = await one.member('member', 'api-key-generate');
    await aKey(client, { kind: 'personal' });
    await client.post('/invitations/redeem', { token: (await anInvitation(other.owner)).token });

    await release(id);

    const logOf = async ({ owner }: TestCompany) => (await owner.get('/events?type=user.released')).body.data;
    const by = { actor: { id: operator.id }, target: { id } };
    expect(await logOf(one)).toMatchObject([{ ...by, data: { username, keys: 1, sessions: 1 } }]);
    expect(await logOf(other)).toMatchObject([{ ...by, data: { username, keys: 0, sessions: 0 } }]);
    expect(await logOf(third)).toEqual([]);
  });

  it('200 keeps the keys that they made for the company, and what they were called as their maker', async () => {
    const company = await aCompany(test);
    const { id, username, client } = await company.member('system-administrator');
    const { key, secret } = await aKey(client);

    await release(id);

    expect((await test.anyone.withKey(secret).get('/me')).status).toBe(200);
    expect((await company.owner.get(`/keys/${key.id}`)).body.createdBy).toMatchObject({
      id,
      username,
      active: false,
    });
  });

  it('200 lets their keys be revoked and deleted again: nothing changes, and the receipt is that of the release', async () => {
    const company = await withPersonalKeys();
    const { id, client } = await company.member('member', 'api-key-generate');
    const { key } = await aKey(client, { kind: 'personal' });
    await release(id);
    const [told] = (await company.owner.get('/events?type=user.released')).body.data;
    const { revokedAt } = (await company.owner.get(`/keys/${key.id}`)).body;

    for (const answer of [
      await operator.client.post(`/platform/keys/${key.id}/revoke`),
      await company.owner.post(`/keys/${key.id}/revoke`),
      await company.owner.delete(`/keys/${key.id}`),
      await company.owner.delete(`/keys/${key.id}`),
    ])
      expect(answer).toMatchObject({
        status: 200,
        body: {
          key: { status: 'revoked', revokedAt },
          revocation: { position: told.position, effectiveEverywhere: true },
        },
      });
    expect((await company.owner.get(`/events?target=${key.id}&type=key.revoked`)).body.data).toEqual([]);
  });

  it('200 is done once: repeating it, ten times at once too, changes nothing and ends nobody who came since', async () => {
    const { id, username } = await aUser(test);
    const answers = await Promise.all(Array.from({ length: 10 }, () => release(id)));
    const { token } = await anInvitation((await aCompany(test)).owner, { username });
    await redeem({ token, password: chosen });
    answers.push(await release(id));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.revocation.position)).size).toBe(1);
    expect((await signIn(username, chosen)).status).toBe(201);
    expect((await find(username)).data.map(({ status }: { status: string }) => status).sort()).toEqual([
      'active',
      'released',
    ]);
  });

  it('409 last-owner for the only Owner of a company that is not closed, and nothing has changed', async () => {
    const [company, other] = [await aCompany(test), await aCompany(test)];
    const { username } = (await find(company.ownerId)).data[0];
    await company.owner.post('/invitations/redeem', { token: (await anInvitation(other.owner)).token });

    expect(await release(company.ownerId)).toMatchObject({ status: 409, body: { code: 'last-owner' } });
    expect((await company.owner.get('/company')).status).toBe(200);
    expect((await signIn(username)).status).toBe(201);
    expect((await find(company.ownerId)).data[0].companies).toHaveLength(2);

    await operator.client.post(`/platform/companies/${company.id}/close`);
    expect((await release(company.ownerId)).status).toBe(200);
  });

  it('200 for one of two Owners, and of two who are released at once one stays', async () => {
    const company = await aCompany(test);
    const [second, third] = [await company.member('owner'), await company.member('owner')];
    expect((await release(company.ownerId)).status).toBe(200);

    const answers = await Promise.all([release(second.id), release(third.id)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('403 refuses an operator, and 404 nobody', async () => {
    const other = await anOperator(test);
    expect(await release(other.id)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect((await other.client.get('/platform/users')).status).toBe(200);
    for (const id of ['no-id', '01890000-0000-4000-8000-000000000000'])
      expect((await release(id)).status).toBe(404);
  });

  it('401 ends a session too that was opened at that moment', async () => {
    const { id, username } = await aUser(test);
    const client = await test.anyone.signIn(username, password);
    const releasedAt = test.clock.now();
    await test.app.get(UnitOfWork).run((tx) => managerOf(tx).update(UserEntity, { id }, { releasedAt }));

    expect((await client.get('/me')).status).toBe(401);
  });

  it('404 and 401 let nobody join or found a company whose account is released at that moment', async () => {
    const { id, username } = await aUser(test);
    const client = await test.anyone.signIn(username, password);
    const { token } = await anInvitation((await aCompany(test)).owner);
    // Their session was judged before; the unit then meets an account that is nobody's.
    const meanwhile = jest.spyOn(test.app.get(UserDirectory), 'lock').mockResolvedValue(null);
    expect((await client.post('/invitations/redeem', { token })).body.code).toBe('invitation-invalid');
    const founded = await client.post('/companies', { name: 'Late', slug: `late-${id.slice(0, 8)}` });
    expect(founded.status).toBe(401);
    meanwhile.mockRestore();
    expect((await find(id)).data[0].companies).toEqual([]);
  });
});

describe('POST /password-resets by username', () => {
  const reset = (username: unknown) => operator.client.post('/password-resets', { username });

  it('201 answers an operator with a token for whoever is called so, as with their id', async () => {
    const { username } = await (await aCompany(test)).member('member');
    const { status, body, headers } = await reset(` ${username.toUpperCase()}`);

    expect(status).toBe(201);
    expect(headers['cache-control']).toBe('no-store');
    await test.anyone.post('/password-resets/redeem', { token: body.token, password: chosen });
    expect((await signIn(username, chosen)).status).toBe(201);
  });

  it('404 for nobody, for somebody who is only invited, and for what nobody can be called', async () => {
    const { username } = await anInvitation((await aCompany(test)).owner);
    const { id } = await aUser(test);
    await release(id);
    for (const name of [newUsername(), username, 'with:colon', `released:${id}`])
      expect((await reset(name)).status).toBe(404);
    expect((await operator.client.post('/password-resets', { userId: id })).status).toBe(404);
  });

  it('403 refuses everybody else, member or stranger alike', async () => {
    const company = await aCompany(test);
    const { username } = await company.member('member');
    for (const name of [username, (await aUser(test)).username, newUsername()])
      expect(await company.owner.post('/password-resets', { username: name })).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
  });

  it('422 wants one of the two', async () => {
    const { id, username } = await aUser(test);
    for (const [body, pointer] of [
      [{}, '/userId'],
      [{ userId: null, username: null }, '/userId'],
      [{ userId: id, username }, '/username'],
    ] as const)
      expect(await operator.client.post('/password-resets', body)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer }] },
      });
  });
});

describe('a name that a stranger took', () => {
  it('goes to whom it belongs to: the operator releases it, and the person redeems with it', async () => {
    const [strange, real] = [await aCompany(test), await aCompany(test)];
    const username = `ceo@victim-${strange.slug}.test`;
    const theirs = await anInvitation(strange.owner, {
      username,
      roles: [strange.roleIds.get('member')],
    });
    expect((await redeem({ token: theirs.token, password: 'what the stranger chose' })).status).toBe(200);

    const { token } = await anInvitation(real.owner, { username, roles: [real.roleIds.get('admin')] });
    const taken = await redeem({ token, password: chosen });
    expect(taken).toMatchObject({ status: 409, body: { code: 'username-taken' } });

    const [account] = (await find(username)).data;
    expect(account.companies).toMatchObject([{ id: strange.id }]);
    expect((await release(account.id)).status).toBe(200);

    expect(await redeem({ token, password: chosen })).toMatchObject({ status: 200, body: { username } });
    expect((await signIn(username, 'what the stranger chose')).status).toBe(401);
    const session = await (await test.anyone.signIn(username, chosen)).get('/sessions/current');
    expect(session.body.companies).toMatchObject([{ id: real.id }]);
    expect((await strange.owner.get('/users')).body.data).toHaveLength(1);
  });
});
