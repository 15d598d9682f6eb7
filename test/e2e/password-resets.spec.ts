import { UnitOfWork } from '../../src/platform/database';
import { managerOf } from '../../src/platform/database/unscoped';
import { hourMs, minuteMs } from '../../src/platform';
import { UserEntity } from '../../src/users';
import {
  aCompany,
  aUser,
  type Client,
  password,
  startApp,
  type TestApp,
  type TestCompany,
  type TestMember,
  crowd,
} from '../support';
import { beginTotp, codeNow } from '../support/factors';
import { anInvitation } from '../support/invited';

const chosen = 'a password of my own';

describe('password resets', () => {
  let test: TestApp;
  let company: TestCompany;
  let member: TestMember;

  beforeAll(async () => (test = await startApp()));
  beforeEach(async () => {
    test.clock.advance(hourMs);
    company = await aCompany(test);
    member = await company.member('member');
  });
  afterAll(() => test.close());

  const redeem = (token: string, secret = chosen) =>
    test.anyone.post('/password-resets/redeem', { token, password: secret });

  async function tokenFrom(client: Client, userId = member.id): Promise<string> {
    const answer = await client.post('/password-resets', { userId });
    expect(answer).toMatchObject({ status: 201, headers: { 'cache-control': 'no-store' } });
    return answer.body.token;
  }

  async function anOperator(): Promise<Client> {
    const { id, username } = await aUser(test);
    await test.app.get(UnitOfWork).run((tx) => managerOf(tx).update(UserEntity, { id }, { operator: true }));
    return test.anyone.signIn(username, password);
  }

  async function joins(other: TestCompany): Promise<void> {
    const { token } = await anInvitation(other.owner, { username: member.username });
    const answer = await test.anyone.post('/invitations/redeem', { token, password });
    expect(answer.status).toBe(200);
  }

  describe('POST /password-resets/preview', () => {
    const preview = (token: string) => test.anyone.post('/password-resets/preview', { token });

    it('200 says whose password it is for and until when, and leaves the token as it was', async () => {
      const token = await tokenFrom(company.owner);

      const answer = await preview(` ${token} `);

      expect(answer).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } });
      expect(answer.body).toEqual({
        username: member.username,
        expiresAt: new Date(test.clock.now().getTime() + hourMs).toISOString(),
      });
      expect((await redeem(token)).status).toBe(200);
    });

    it('404 says the same of a token that is unknown, used, replaced or expired', async () => {
      const replaced = await tokenFrom(company.owner);
      const used = await tokenFrom(company.owner);
      await redeem(used);
      const answers = [await preview('x'.repeat(43)), await preview(used), await preview(replaced)];
      const expired = await tokenFrom(company.owner);
      test.clock.advance(hourMs);
      answers.push(await preview(expired));

      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        answers.map(() => [404, 'password-reset-invalid']),
      );
    });

    it('403 tells nothing of someone who has joined another company since', async () => {
      const token = await tokenFrom(company.owner);
      await joins(await aCompany(test));

      expect(await preview(token)).toMatchObject({ status: 403, body: { code: 'user-in-other-company' } });
    });
  });

  describe('POST /password-resets', () => {
    it('201 gives a token for one hour to someone who may change the member', async () => {
      const answer = await company.owner.post('/password-resets', { userId: member.id });

      expect(answer.body.token).toMatch(/^[\w-]{43}$/);
      expect(Date.parse(answer.body.expiresAt)).toBe(test.clock.now().getTime() + hourMs);
    });

    it('201 lets an operator reset whoever it is, in several companies too', async () => {
      await joins(await aCompany(test));

      const token = await tokenFrom(await anOperator());

      expect((await redeem(token)).status).toBe(200);
    });

    it('403 refuses someone with fewer permissions than the member', async () => {
      const admin = await company.member('admin');

      const answer = await admin.client.post('/password-resets', { userId: company.ownerId });

      expect(answer.status).toBe(403);
    });

    it('403 refuses someone who may not update users', async () => {
      const answer = await member.client.post('/password-resets', { userId: company.ownerId });

      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    });

    it('403 refuses one’s own, which asks for the old password', async () => {
      expect((await company.owner.post('/password-resets', { userId: company.ownerId })).status).toBe(403);
    });

    it('403 refuses for a member of another company, active there or not', async () => {
      const other = await aCompany(test);
      await joins(other);
      const active = await company.owner.post('/password-resets', { userId: member.id });
      await other.owner.patch(`/users/${member.id}`, { active: false });
      const deactivated = await company.owner.post('/password-resets', { userId: member.id });

      for (const answer of [active, deactivated])
        expect(answer).toMatchObject({ status: 403, body: { code: 'user-in-other-company' } });
    });

    it('404 for someone who is not a member, and for a malformed id', async () => {
      const stranger = await aUser(test);

      for (const userId of [stranger.id, company.id, 'nobody'])
        expect((await company.owner.post('/password-resets', { userId })).status).toBe(404);
      expect((await (await anOperator()).post('/password-resets', { userId: company.id })).status).toBe(404);
    });

    it('409 refuses for someone who was only invited, so that an invitation takes over no account', async () => {
      const { username } = await aUser(test);
      const known = await anInvitation(company.owner, { username });
      const unknown = await anInvitation(company.owner);

      for (const { id } of [known, unknown]) {
        expect(await company.owner.post('/password-resets', { userId: id })).toMatchObject({
          status: 409,
          body: { code: 'member-not-active' },
        });
      }
      const byOperator = await (await anOperator()).post('/password-resets', { userId: unknown.id });
      expect(byOperator.status).toBe(409);
    });

    it('409 refuses for a deactivated member', async () => {
      await company.owner.patch(`/users/${member.id}`, { active: false });

      expect((await company.owner.post('/password-resets', { userId: member.id })).status).toBe(409);
    });

    it('401 refuses a caller who is not signed in, and 403 a key', async () => {
      const key = await company.owner.post('/keys', { kind: 'company', name: 'A key' });

      expect((await test.anyone.post('/password-resets', { userId: member.id })).status).toBe(401);
      const withKey = await test.anyone
        .withKey(key.body.secret)
        .post('/password-resets', { userId: member.id });
      expect(withKey.status).toBe(403);
    });
  });

  describe('POST /password-resets/redeem', () => {
    it('200 sets the password and ends all sessions', async () => {
      const token = await tokenFrom(company.owner);

      const answer = await redeem(token);

      expect(answer).toMatchObject({ status: 200, body: { username: member.username } });
      expect((await member.client.get('/sessions/current')).status).toBe(401);
      const { username } = member;
      expect((await test.anyone.post('/sessions', { username, password })).status).toBe(401);
      expect((await test.anyone.post('/sessions', { username, password: chosen })).status).toBe(201);
    });

    it('200 lets who was locked out by wrong passwords sign in at once', async () => {
      const { username } = member;
      for (let time = 0; time < 10; time += 1)
        await test.anyone.post('/sessions', { username, password: 'not the password' });

      await redeem(await tokenFrom(company.owner));

      expect((await test.anyone.post('/sessions', { username, password: chosen })).status).toBe(201);
    });

    it('writes both into the company’s log', async () => {
      await redeem(await tokenFrom(company.owner));
      await redeem(await tokenFrom(await anOperator()));

      const trail = await company.owner.get(`/events?target=${member.id}&limit=4`);

      expect(trail.body.data).toMatchObject([
        { type: 'password-reset.redeemed', actor: { id: member.id } },
        { type: 'password-reset.issued', actor: { kind: 'user' } },
        { type: 'password-reset.redeemed', actor: { id: member.id } },
        { type: 'password-reset.issued', actor: { id: company.ownerId } },
      ]);
    });

    it('403 refuses when they have joined another company since', async () => {
      const token = await tokenFrom(company.owner);
      await joins(await aCompany(test));

      expect(await redeem(token)).toMatchObject({ status: 403, body: { code: 'user-in-other-company' } });
      expect(await test.anyone.signIn(member.username, password)).toBeDefined();
    });

    it('404 refuses when the issuer may no longer do it', async () => {
      const admin = await company.member('admin');
      const token = await tokenFrom(admin.client);
      const raised = [company.roleIds.get('owner')];
      await company.owner.put(`/users/${member.id}/roles`, { roles: raised });
      const whenRaised = await redeem(token);
      await company.owner.put(`/users/${member.id}/roles`, { roles: [] });
      await company.owner.patch(`/users/${admin.id}`, { active: false });
      const whenIssuerGone = await redeem(token);

      for (const answer of [whenRaised, whenIssuerGone])
        expect(answer).toMatchObject({ status: 404, body: { code: 'password-reset-invalid' } });
    });

    it('404 refuses an unknown, a used, a replaced and an expired token alike', async () => {
      const used = await tokenFrom(company.owner);
      await redeem(used);
      const replaced = await tokenFrom(company.owner);
      const old = await tokenFrom(company.owner);
      test.clock.advance(hourMs);

      for (const token of ['x'.repeat(43), used, replaced, old])
        expect(await redeem(token)).toMatchObject({ status: 404, body: { code: 'password-reset-invalid' } });
    });

    it('404 refuses what was issued before the person changed the password', async () => {
      for (const issuer of [company.owner, await anOperator()]) {
        const { client } = (member = await company.member('member'));
        const token = await tokenFrom(issuer);
        const own = await client.put('/me/password', { password, newPassword: 'a password since then' });
        expect(own.status).toBe(204);

        expect(await redeem(token)).toMatchObject({ status: 404, body: { code: 'password-reset-invalid' } });
        expect(await test.anyone.signIn(member.username, 'a password since then')).toBeDefined();
      }
    });

    it('404 refuses for a member who was deactivated or removed since, even if they are back', async () => {
      const deactivated = await tokenFrom(company.owner);
      await company.owner.patch(`/users/${member.id}`, { active: false });
      await company.owner.patch(`/users/${member.id}`, { active: true });
      expect((await redeem(deactivated)).status).toBe(404);

      const removed = await tokenFrom(company.owner);
      await company.owner.delete(`/users/${member.id}`);
      await joins(company);
      expect((await redeem(removed)).status).toBe(404);
    });

    it('ends one-time codes that were begun with the old password', async () => {
      const secret = await beginTotp(member.client);
      await redeem(await tokenFrom(company.owner));
      const client = await test.anyone.signIn(member.username, chosen);

      expect((await client.put('/me/totp', { code: codeNow(test, secret) })).status).toBe(409);
    });

    it('422 refuses a password that cannot be chosen, and keeps the token', async () => {
      const token = await tokenFrom(company.owner);

      for (const bad of ['too short', member.username, 'f'.repeat(32)]) {
        expect(await redeem(token, bad)).toMatchObject({
          status: 422,
          body: { errors: [{ pointer: '/password' }] },
        });
      }
      expect((await redeem(token)).status).toBe(200);
    });

    it('lets one of fifty at once redeem', async () => {
      const token = await tokenFrom(company.owner);

      const answers = await crowd(50, (at) => redeem(token, `${chosen} number ${at}`));

      const winners = answers.flatMap(({ status }, at) => (status === 200 ? [at] : []));
      expect(winners).toHaveLength(1);
      expect(answers.filter(({ status }) => ![200, 404, 429].includes(status))).toEqual([]);
      // Each that came after the fastest counts as a wrong guess of this address.
      test.clock.advance(15 * minuteMs);
      expect(await test.anyone.signIn(member.username, `${chosen} number ${winners[0]}`)).toBeDefined();
    });

    it('403 refuses a page of another site', async () => {
      const page = test.anyone.with({ 'sec-fetch-site': 'cross-site' });

      expect((await page.post('/password-resets/redeem', { token: 'x', password: chosen })).status).toBe(403);
    });
  });
});
