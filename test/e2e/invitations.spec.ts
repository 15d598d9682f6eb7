import { dayMs, minuteMs } from '../../src/platform';
import { Passwords } from '../../src/users';
import { aCompany, aUser, password, startApp, type TestApp, type TestCompany, crowd } from '../support';
import { anInvitation, newUsername } from '../support/invited';
import { anOperator } from '../support/operators';
import { statementsOf } from '../support/statements';
import { queryRows } from '../support/tables';

const chosen = 'a password of my own';

describe('invitations', () => {
  let test: TestApp;
  let company: TestCompany;

  beforeAll(async () => (test = await startApp()));
  beforeEach(async () => {
    // The guesses of the test before are another window's.
    test.clock.advance(15 * minuteMs);
    company = await aCompany(test);
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => test.close());

  const redeem = (token: string, secret: string) =>
    test.anyone.post('/invitations/redeem', { token, password: secret });
  const redeemAs = (token: string, username: string, secret: string) =>
    test.anyone.post('/invitations/redeem', { token, username, password: secret });

  describe('POST /users', () => {
    it('201 makes an invited member with the roles, and a token for seven days', async () => {
      const username = newUsername();
      const admin = company.roleIds.get('admin');

      const answer = await company.owner.post('/users', { username: username.toUpperCase(), roles: [admin] });

      expect(answer).toMatchObject({
        status: 201,
        headers: { 'cache-control': 'no-store' },
        body: {
          member: { username, status: 'invited', roles: [{ id: admin }] },
          invitation: { token: expect.stringMatching(/^[\w-]{43}$/) },
        },
      });
      expect(Date.parse(answer.body.invitation.expiresAt)).toBe(test.clock.now().getTime() + 7 * dayMs);
      expect((await company.owner.get(`/users/${answer.body.member.id}`)).body).toEqual(answer.body.member);
    });

    it('201 answers the same, by the same statements and hashes, whether the person exists', async () => {
      const known = await aUser(test);
      const invite = (username: string) => company.owner.post('/users', { username, roles: [] });
      const hashes = jest.spyOn(test.app.get(Passwords), 'hash');

      let [forKnown, forUnknown] = [await invite(newUsername()), await invite(newUsername())];
      const whenKnown = await statementsOf(test, async () => (forKnown = await invite(known.username)));
      const whenUnknown = await statementsOf(test, async () => (forUnknown = await invite(newUsername())));

      expect(whenKnown).toEqual(whenUnknown);
      expect(whenKnown.length).toBeGreaterThan(5);
      expect(hashes).not.toHaveBeenCalled();
      expect(shapeOf(forKnown.body)).toEqual(shapeOf(forUnknown.body));
    });

    it('201 gives people ids that do not tell when they first came', async () => {
      const made = await Promise.all([1, 2, 3, 4].map(() => anInvitation(company.owner)));

      const times = made.map(({ id }) => parseInt(id.replaceAll('-', '').slice(0, 12), 16));
      expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(dayMs);
    });

    it('201 replaces the token and the roles of someone who is invited already', async () => {
      const first = await anInvitation(company.owner, { roles: [company.roleIds.get('admin')] });
      const second = await anInvitation(company.owner, {
        username: first.username,
        roles: [company.roleIds.get('member')],
      });

      expect(second.id).toBe(first.id);
      expect((await redeem(first.token, chosen)).body.code).toBe('invitation-invalid');
      expect((await redeem(second.token, chosen)).status).toBe(200);
      const member = await company.owner.get(`/users/${first.id}`);
      expect(member.body).toMatchObject({ status: 'active', roles: [{ name: 'Member' }] });
    });

    it.each(['someone new', 'someone known'])(
      '201 makes one member of fifty at once, for %s',
      async (who) => {
        const username = who === 'someone known' ? (await aUser(test)).username : newUsername();
        const invite = () => company.owner.post('/users', { username, roles: [] });

        const answers = await crowd(50, invite);

        expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
        expect(new Set(answers.map(({ body }) => String(body.member.id))).size).toBe(1);
        const rows = await queryRows(test, 'SELECT * FROM invitations WHERE username = ?', [username]);
        expect(rows).toHaveLength(1);
      },
    );

    it('201 lets who may invite give the two roles of personal keys', async () => {
      const roles = ['api-key-generate', 'api-key-sign-in'] as const;
      const admin = await company.member('admin');

      const { id } = await anInvitation(admin.client, {
        roles: roles.map((role) => company.roleIds.get(role)),
      });

      expect((await company.owner.get(`/users/${id}`)).body.roles).toHaveLength(2);
    });

    it('403 refuses a role beyond the inviter’s rights, and invites nobody', async () => {
      const admin = await company.member('admin');
      const username = newUsername();

      const answer = await admin.client.post('/users', { username, roles: [company.roleIds.get('owner')] });

      expect(answer.status).toBe(403);
      expect(await queryRows(test, 'SELECT id FROM users WHERE username = ?', [username])).toEqual([]);
    });

    it('403 refuses to replace an invitation that gives more than the inviter has', async () => {
      const admin = await company.member('admin');
      const { username } = await anInvitation(company.owner, { roles: [company.roleIds.get('owner')] });

      expect((await admin.client.post('/users', { username, roles: [] })).status).toBe(403);
    });

    it('403 refuses a member who may not invite', async () => {
      const { client } = await company.member('member');

      expect((await client.post('/users', { username: newUsername(), roles: [] })).status).toBe(403);
    });

    it('409 refuses an active or a deactivated member', async () => {
      const { id, username } = await company.member('member');
      const active = await company.owner.post('/users', { username, roles: [] });
      await company.owner.patch(`/users/${id}`, { active: false });
      const deactivated = await company.owner.post('/users', { username, roles: [] });

      expect(active).toMatchObject({ status: 409, body: { code: 'already-member' } });
      expect(deactivated).toMatchObject({ status: 409, body: { code: 'already-member' } });
    });

    it.each([
      ['/username', { username: 'with:colon', roles: [] }],
      ['/username', { username: 'with\u0007bell', roles: [] }],
      ['/username', { username: 'раyраl', roles: [] }],
      ['/username', { username: '', roles: [] }],
      ['/username', { username: 7, roles: [] }],
      ['/roles', { username: 'somebody' }],
      ['/roles/0', { username: 'somebody', roles: ['no-such-role'] }],
      ['/active', { username: 'somebody', roles: [], active: true }],
    ])('422 points at %s', async (pointer, body) => {
      expect(await company.owner.post('/users', body)).toMatchObject({
        status: 422,
        body: { errors: [{ pointer }] },
      });
    });

    it('422 refuses a role of another company', async () => {
      const other = await aCompany(test);

      const answer = await company.owner.post('/users', {
        username: newUsername(),
        roles: [other.roleIds.get('member')],
      });

      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: '/roles/0' }] } });
    });

    it('stores the token nowhere', async () => {
      const { token } = await anInvitation(company.owner);

      const rows = await queryRows(test, 'SELECT * FROM invitations');
      const events = await queryRows(test, 'SELECT data FROM events');

      expect(JSON.stringify([rows, events])).not.toContain(token);
      expect(test.logged.join()).not.toContain(token);
    });
  });

  describe('an invited person', () => {
    it('401 cannot sign in before redeeming, as if they did not exist', async () => {
      const { username } = await anInvitation(company.owner);

      const invited = await test.anyone.post('/sessions', { username, password: chosen });
      const unknown = await test.anyone.post('/sessions', { username: newUsername(), password: chosen });

      expect(invited.status).toBe(401);
      expect(shapeOf(invited.body)).toEqual(shapeOf(unknown.body));
    });

    it('can be given other roles and be removed, which ends the invitation', async () => {
      const { id, token } = await anInvitation(company.owner);
      const roles = await company.owner.put(`/users/${id}/roles`, { roles: [company.roleIds.get('member')] });
      const removed = await company.owner.delete(`/users/${id}`);

      expect([roles.status, removed.status]).toEqual([200, 200]);
      expect((await redeem(token, chosen)).body.code).toBe('invitation-invalid');
    });

    it('does not become a member by being deactivated and taken back, which ends the invitation', async () => {
      const { id, token, username } = await anInvitation(company.owner);
      await company.owner.patch(`/users/${id}`, { active: false });
      const whileDeactivated = await redeem(token, chosen);
      const back = await company.owner.patch(`/users/${id}`, { active: true });

      expect(whileDeactivated.body.code).toBe('invitation-invalid');
      expect(back.body.status).toBe('invited');
      expect((await redeem(token, chosen)).body.code).toBe('invitation-invalid');
      const again = await anInvitation(company.owner, { username });
      expect((await redeem(again.token, chosen)).status).toBe(200);
    });
  });

  describe('reserve nothing', () => {
    const signUp = (username: string, slug: string) =>
      test.anyone.post('/companies', { name: 'Rival', slug, owner: { username, password: chosen } });

    it('201 lets anyone sign up with a name that is invited, or was until it was cancelled', async () => {
      for (const [slug, cancelled] of [
        ['rival-one', false],
        ['rival-two', true],
      ] as const) {
        const { id, username } = await anInvitation(company.owner);
        if (cancelled) await company.owner.delete(`/users/${id}`);

        expect((await signUp(username, slug)).status).toBe(201);
        expect(await test.anyone.signIn(username, chosen)).toBeDefined();
      }
    });

    it('leave no row of a person, open or cancelled', async () => {
      const { id, username } = await anInvitation(company.owner);
      const people = () => queryRows(test, 'SELECT id FROM users WHERE username = ?', [username]);

      expect(await people()).toEqual([]);
      expect(await queryRows(test, 'SELECT * FROM members WHERE user_id = ?', [id])).toEqual([]);
      await company.owner.delete(`/users/${id}`);
      expect(await people()).toEqual([]);
      for (const table of ['invitations', 'invitation_roles'])
        expect(await queryRows(test, `SELECT * FROM ${table} WHERE company_id = ?`, [company.id])).toEqual(
          [],
        );
    });

    it('409 offers another username where somebody took the name in between, and asks for nobody’s password', async () => {
      const { username, token } = await anInvitation(company.owner, {
        roles: [company.roleIds.get('admin')],
      });
      await signUp(username, 'rival-three');
      const mine = 'my own password here';

      const taken = await redeem(token, mine);
      const stillTaken = await redeemAs(token, username, chosen);
      const another = newUsername();
      const joined = await redeemAs(token, another.toUpperCase(), mine);

      expect(taken).toMatchObject({ status: 409, body: { code: 'username-taken' } });
      expect(stillTaken).toMatchObject({ status: 409, body: { code: 'username-taken' } });
      expect(joined).toMatchObject({
        status: 200,
        body: { username: another, company: { slug: company.slug } },
      });
      const { data } = (await company.owner.get('/users')).body;
      expect(data.map((member: { username: string }) => member.username)).not.toContain(username);
      expect(data).toContainEqual(
        expect.objectContaining({
          username: another,
          status: 'active',
          roles: [expect.objectContaining({ name: 'Admin' })],
        }),
      );
    });

    it('409 for a name that is taken while the password is hashed, and the token stays good', async () => {
      const { username, token } = await anInvitation(company.owner);
      const passwords = test.app.get(Passwords);
      const hash = passwords.hash.bind(passwords);
      const between = jest.spyOn(passwords, 'hash').mockImplementation(async (text) => {
        between.mockRestore();
        expect((await signUp(username, 'rival-four')).status).toBe(201);
        return hash(text);
      });

      expect((await redeem(token, 'my own password here')).body.code).toBe('username-taken');
      expect((await redeemAs(token, newUsername(), 'my own password here')).status).toBe(200);
    });

    it.each([[0], [1]])(
      '200 lets two companies invite one name, whichever is redeemed first (%i)',
      async (first) => {
        const other = await aCompany(test);
        const username = newUsername();
        const tokens = [
          (await anInvitation(company.owner, { username })).token,
          (await anInvitation(other.owner, { username })).token,
        ];

        const answers = [
          await redeem(tokens[first] ?? '', chosen),
          await redeem(tokens[1 - first] ?? '', chosen),
        ];

        expect(answers.map(({ status }) => status)).toEqual([200, 200]);
        const session = await (await test.anyone.signIn(username, chosen)).get('/sessions/current');
        expect(session.body.companies).toHaveLength(2);
      },
    );

    it('422 for another username that cannot be one', async () => {
      const { token } = await anInvitation(company.owner);
      for (const username of ['with:colon', 'раyраl', ''])
        expect(await redeemAs(token, username, chosen)).toMatchObject({
          status: 422,
          body: { errors: [{ pointer: '/username' }] },
        });
    });
  });

  describe('POST /invitations/redeem by someone who is signed in', () => {
    it('200 makes them a member without a password, under whatever name they were invited', async () => {
      const other = await aCompany(test);
      const me = await other.member('member');
      for (const invitedAs of [me.username, newUsername()]) {
        const mine = await aCompany(test);
        const { id, token } = await anInvitation(mine.owner, { username: invitedAs });

        const answer = await me.client.post('/invitations/redeem', { token });

        expect(answer).toMatchObject({ status: 200, body: { username: me.username } });
        expect((await mine.owner.get(`/users/${me.id}`)).body.status).toBe('active');
        expect((await mine.owner.get(`/users/${id}`)).status).toBe(404);
        const joined = await mine.owner.get('/events?type=member.joined');
        expect(joined.body.data).toMatchObject([
          { actor: { id: me.id }, data: { invitationId: id, invitedAs } },
        ]);
      }
    });

    it('409 refuses an existing member, and keeps the invitation', async () => {
      const member = await company.member('member');
      const { token } = await anInvitation(company.owner);

      expect(await member.client.post('/invitations/redeem', { token })).toMatchObject({
        status: 409,
        body: { code: 'already-member' },
      });
      expect((await redeem(token, chosen)).status).toBe(200);
    });

    it('403 refuses an operator; 422 who is not signed in and sends no password', async () => {
      const { token } = await anInvitation(company.owner);
      const operator = await anOperator(test);

      expect((await operator.client.post('/invitations/redeem', { token })).body.code).toBe(
        'operator-in-no-company',
      );
      expect(await test.anyone.post('/invitations/redeem', { token })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/password' }] },
      });
      expect((await redeem(token, chosen)).status).toBe(200);
    });

    it('is who sends a password and not whose session it is: a browser may hold another’s', async () => {
      const { client, id } = await (await aCompany(test)).member('member');
      const { token, username } = await anInvitation(company.owner);

      const answer = await client.post('/invitations/redeem', { token, password: chosen });

      expect(answer).toMatchObject({ status: 200, body: { username } });
      expect((await company.owner.get(`/users/${id}`)).status).toBe(404);
    });
  });

  describe('POST /invitations/redeem', () => {
    it('200 lets who is new choose a password, and sign in with it', async () => {
      const { id, username, token } = await anInvitation(company.owner, {
        roles: [company.roleIds.get('member')],
      });

      const answer = await redeem(token, chosen);
      const session = await (await test.anyone.signIn(username, chosen)).get('/sessions/current');

      expect(answer).toMatchObject({
        status: 200,
        body: { username, company: { name: company.name, slug: company.slug } },
      });
      expect(session.body).toMatchObject({ user: { id, username }, company: { id: company.id } });
      expect(session.body.permissions).toContain('sales-invoices:read');
    });

    it('200 asks who has an account for their password, and leaves it as it is', async () => {
      const { username } = await aUser(test);
      const { token } = await anInvitation(company.owner, { username });

      const wrong = await redeem(token, chosen);
      const right = await redeem(token, password);

      expect(wrong).toMatchObject({ status: 409, body: { code: 'username-taken' } });
      expect(right.status).toBe(200);
      const session = await (await test.anyone.signIn(username, password)).get('/sessions/current');
      expect(session.body.companies).toMatchObject([{ id: company.id }]);
    });

    it('200 takes the password at the first of two redemptions, and asks for it at the second', async () => {
      const other = await aCompany(test);
      const { username, token } = await anInvitation(company.owner);
      const second = await anInvitation(other.owner, { username });

      await redeem(token, chosen);
      const another = await redeem(second.token, 'some other password');
      const same = await redeem(second.token, chosen);

      expect([another.status, same.status]).toEqual([409, 200]);
      const session = await (await test.anyone.signIn(username, chosen)).get('/sessions/current');
      expect(session.body.companies).toHaveLength(2);
    });

    it('writes the joining into the company’s log in the name of who joined', async () => {
      const { id, token, username } = await anInvitation(company.owner);
      await redeem(token, chosen);

      const trail = await company.owner.get(`/events?target=${id}`);

      expect(trail.body.data).toMatchObject([
        { type: 'member.joined', actor: { id, name: username } },
        { type: 'member.invited', actor: { id: company.ownerId } },
      ]);
    });

    it('404 refuses an unknown, a used and an expired token alike', async () => {
      const used = await anInvitation(company.owner);
      await redeem(used.token, chosen);
      const old = await anInvitation(company.owner);
      test.clock.advance(7 * dayMs);

      const answers = [await redeem('x'.repeat(43), chosen), await redeem(used.token, chosen)];
      answers.push(await redeem(old.token, chosen));

      for (const answer of answers)
        expect(answer).toMatchObject({ status: 404, body: { code: 'invitation-invalid' } });
      expect(new Set(answers.map(({ body }) => JSON.stringify(shapeOf(body)))).size).toBe(1);
    });

    it('422 refuses a password that cannot be chosen, and keeps the invitation', async () => {
      const { token, username } = await anInvitation(company.owner);

      for (const bad of ['too short', username, 'f'.repeat(32)]) {
        expect(await redeem(token, bad)).toMatchObject({
          status: 422,
          body: { errors: [{ pointer: '/password' }] },
        });
      }
      expect((await redeem(token, chosen)).status).toBe(200);
    });

    it('403 refuses a page of another site', async () => {
      const { token } = await anInvitation(company.owner);
      const page = test.anyone.with({ origin: 'https://elsewhere.test' });

      const answer = await page.post('/invitations/redeem', { token, password: chosen });

      expect(answer).toMatchObject({ status: 403, body: { code: 'csrf' } });
    });

    it.each(['someone new', 'someone known'])('lets one of fifty at once redeem, for %s', async (who) => {
      const username = who === 'someone known' ? (await aUser(test)).username : newUsername();
      const secret = who === 'someone known' ? password : chosen;
      const { token } = await anInvitation(company.owner, { username });

      const answers = await crowd(50, () => redeem(token, secret));

      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      // A newcomer who was slower meets the name that the fastest took.
      const refused = who === 'someone known' ? [404, 429] : [404, 409, 429];
      expect(statuses.filter((status) => ![200, ...refused].includes(status))).toEqual([]);
      const joined = await company.owner.get('/events?type=member.joined');
      expect(joined.body.data).toHaveLength(1);
      // Those who came after the fastest held a token that is spent, which counts as a wrong guess of this address.
      test.clock.advance(15 * minuteMs);
      expect(await test.anyone.signIn(username, secret)).toBeDefined();
    });
  });
});

/** What an answer says apart from what is new each time. */
function shapeOf(value: unknown): unknown {
  const text = JSON.stringify(value, (key, inner: unknown) =>
    ['id', 'token', 'requestId', 'username'].includes(key) ? typeof inner : inner,
  );
  return JSON.parse(text);
}
