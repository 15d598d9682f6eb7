import { Memberships } from '../../src/users';
import {
  aCompany,
  aUser,
  password,
  startApp,
  steppedUp,
  type TestApp,
  type TestCompany,
  type TestMember,
} from '../support';
import { beginTotp, codeNow } from '../support/factors';

const newPassword = 'another horse, another battery';

describe('PUT /me/password', () => {
  let test: TestApp;
  let company: TestCompany;
  let me: TestMember;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    me = await company.member('member');
  });

  const signIn = async (chosen: string): Promise<number> =>
    (await test.anyone.post('/sessions', { username: me.username, password: chosen })).status;

  it('204 changes it: the new one signs in, the old one does not', async () => {
    const answer = await me.client.put('/me/password', { password, newPassword });
    expect(answer).toMatchObject({ status: 204, body: '' });
    expect(await signIn(newPassword)).toBe(201);
    expect(await signIn(password)).toBe(401);
  });

  it('204 ends the other sessions, and nobody else’s', async () => {
    const elsewhere = await test.anyone.signIn(me.username, password);
    const other = await company.member('member');
    await me.client.put('/me/password', { password, newPassword });
    expect((await elsewhere.get('/me')).status).toBe(401);
    expect((await me.client.get('/me')).status).toBe(200);
    expect((await other.client.get('/me')).status).toBe(200);
  });

  it('401 for a sign-in whose old password was judged before the change, and that comes after it', async () => {
    const memberships = test.app.get(Memberships);
    const of = memberships.of.bind(memberships);
    const between = jest.spyOn(memberships, 'of').mockImplementation(async (userId) => {
      between.mockRestore();
      expect((await me.client.put('/me/password', { password, newPassword })).status).toBe(204);
      return of(userId);
    });

    const answer = await test.anyone.post('/sessions', { username: me.username, password });

    expect(answer).toMatchObject({ status: 401, body: { code: 'invalid-credentials' } });
  });

  it('204 ends step-up tokens that were got with the old one', async () => {
    const { owner } = await aCompany(test);
    const stepUp = { generate: 'password' };
    await owner.patch('/settings', { keys: { company: { stepUp } } });
    const before = await steppedUp(owner, { action: 'generate' });
    await owner.put('/me/password', { password, newPassword });

    const input = { kind: 'company', name: 'Integration' };
    expect((await before.post('/keys', input)).body.code).toBe('step-up-required');
    const after = await steppedUp(owner, { action: 'generate' }, newPassword);
    expect((await after.post('/keys', input)).status).toBe(201);
  });

  it('204 ends one-time codes that were begun with the old one', async () => {
    const secret = await beginTotp(me.client);
    await me.client.put('/me/password', { password, newPassword });
    expect((await me.client.put('/me/totp', { code: codeNow(test, secret) })).status).toBe(409);
  });

  it('204 writes an event without either password', async () => {
    await me.client.put('/me/password', { password, newPassword });
    const events = await company.owner.get(`/events?type=user.password-changed&target=${me.id}`);
    expect(events.body.data).toMatchObject([{ actor: { id: me.id }, data: {} }]);
    expect(test.logged.join('')).not.toContain(newPassword);
  });

  it('204 for someone without a company', async () => {
    const { username } = await aUser(test);
    const client = await test.anyone.signIn(username, password);
    expect((await client.put('/me/password', { password, newPassword })).status).toBe(204);
  });

  it('204 for one of several at once; the others meet the password there is now', async () => {
    const inputs = ['first new password', 'second new password', 'third new password'];
    const answers = await Promise.all(
      inputs.map((input) => me.client.put('/me/password', { password, newPassword: input })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 403, 403]);
    const works = [];
    for (const input of inputs) works.push(await signIn(input));
    expect(works.filter((status) => status === 201)).toHaveLength(1);
    expect(works.indexOf(201)).toBe(answers.findIndex(({ status }) => status === 204));
  });

  it('403 for a wrong password changes nothing, and counts', async () => {
    const answer = await me.client.put('/me/password', { password: newPassword, newPassword });
    expect(answer).toMatchObject({ status: 403, body: { code: 'step-up-failed', attemptsLeft: 4 } });
    expect(await signIn(password)).toBe(201);
  });

  it('429 after five wrong ones, wherever they were tried; signing in works on', async () => {
    const wrong = { password: 'wrong' };
    await me.client.put('/me/password', { ...wrong, newPassword });
    await me.client.put('/me/pin', { ...wrong, pin: '580274' });
    await me.client.post('/me/totp', wrong);
    await me.client.send('DELETE', '/me/totp', wrong);
    const act = { factor: 'password', secret: 'wrong', action: 'generate', kind: 'company' };
    expect(await me.client.post('/step-ups', act)).toMatchObject({ status: 403, body: { attemptsLeft: 0 } });

    expect(await me.client.put('/me/password', { password, newPassword })).toMatchObject({
      status: 429,
      body: { code: 'factor-locked' },
    });
    expect(await signIn(password)).toBe(201);
  });

  it.each([
    ['too short', 'elevenchars'],
    ['too long', 'x'.repeat(257)],
    ['half a character', `long enough \ud800`],
    ['like a hex key', 'ab'.repeat(16)],
  ])('422 refuses what is %s, and counts nothing', async (_, bad) => {
    const answer = await me.client.put('/me/password', { password: 'wrong', newPassword: bad });
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/newPassword' }] } });
    const counted = await me.client.put('/me/password', { password: 'wrong', newPassword });
    expect(counted.body.attemptsLeft).toBe(4);
  });

  it('422 refuses a key as it is made, and the username in any spelling', async () => {
    const made = await company.owner.post('/keys', { kind: 'company', name: 'Integration' });
    for (const bad of [made.body.secret, me.username, me.username.toUpperCase()]) {
      const answer = await me.client.put('/me/password', { password, newPassword: bad });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/newPassword' }] } });
    }
  });

  it.each([{}, { password }, { newPassword }, { password: 1, newPassword }, { password, newPassword, x: 1 }])(
    '422 refuses %j',
    async (body) => {
      expect((await me.client.put('/me/password', body)).status).toBe(422);
    },
  );

  it('401 without credentials, 403 with a key', async () => {
    expect((await test.anyone.put('/me/password', { password, newPassword })).status).toBe(401);
    const made = await company.owner.post('/keys', { kind: 'company', name: 'Integration' });
    const answer = await test.anyone.withKey(made.body.secret).put('/me/password', { password, newPassword });
    expect(answer).toMatchObject({ status: 403, body: { code: 'password-session-required' } });
  });
});
