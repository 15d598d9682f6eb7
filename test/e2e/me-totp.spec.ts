import { aCompany, password, startApp, type TestApp, type TestCompany, type TestMember } from '../support';
import { beginTotp, codeNow, giveTotp, wrongCode } from '../support/factors';
import { queryRows } from '../support/tables';

describe('one-time codes of one’s own', () => {
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

  const stepUp = (secret: string) =>
    me.client.post('/step-ups', { factor: 'totp', secret, action: 'generate', kind: 'company' });
  const eventsOf = async (type: string): Promise<unknown[]> =>
    (await company.owner.get(`/events?type=${type}&target=${me.id}`)).body.data;

  describe('POST /me/totp', () => {
    it('201 gives a secret and an address for the app, which no cache keeps', async () => {
      const answer = await me.client.post('/me/totp', { password });
      expect(answer.status).toBe(201);
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(Object.keys(answer.body)).toEqual(['secret', 'uri']);
      expect(answer.body.secret).toMatch(/^[A-Z2-7]{32}$/);
      const label = `Kunci:${encodeURIComponent(me.username)}`;
      expect(answer.body.uri).toContain(`otpauth://totp/${label}?secret=${answer.body.secret}&issuer=Kunci`);
    });

    it('201 sets nothing up by itself', async () => {
      const secret = await beginTotp(me.client);
      expect(await stepUp(codeNow(test, secret))).toMatchObject({
        status: 409,
        body: { code: 'prerequisites-not-met', missing: ['totp'] },
      });
    });

    it('201 keeps the secret sealed', async () => {
      const secret = await beginTotp(me.client);
      const rows = await queryRows(test, 'SELECT * FROM user_factors WHERE user_id = ?', [me.id]);
      expect(rows).toMatchObject([{ factor: 'totp', standing: 'pending', hash: null }]);
      const stored = rows
        .flatMap((row) => Object.values(row))
        .map((value) => (value as Buffer | null)?.toString('latin1'));
      expect(stored.join(' ')).not.toContain(secret);
      expect(test.logged.join('')).not.toContain(secret);
    });

    it('403 for a wrong password, counted; 422 without one', async () => {
      expect(await me.client.post('/me/totp', { password: 'wrong' })).toMatchObject({
        status: 403,
        body: { code: 'step-up-failed', attemptsLeft: 4 },
      });
      expect((await me.client.post('/me/totp', {})).status).toBe(422);
      expect((await me.client.post('/me/totp')).status).toBe(422);
    });
  });

  describe('PUT /me/totp', () => {
    it('204 sets them up, with an event', async () => {
      const secret = await beginTotp(me.client);
      expect((await me.client.put('/me/totp', { code: codeNow(test, secret) })).status).toBe(204);
      test.clock.advance(30_000);
      expect((await stepUp(codeNow(test, secret))).status).toBe(201);
      expect(await eventsOf('user.totp-confirmed')).toMatchObject([{ actor: { id: me.id }, data: {} }]);
    });

    it('204 uses the code up', async () => {
      const secret = await beginTotp(me.client);
      const code = codeNow(test, secret);
      await me.client.put('/me/totp', { code });
      expect((await stepUp(code)).body.code).toBe('step-up-failed');
    });

    it('204 replaces a secret, which is good until then', async () => {
      const first = await giveTotp(test, me.client);
      const second = await beginTotp(me.client);
      expect((await stepUp(codeNow(test, first))).status).toBe(201);

      expect((await me.client.put('/me/totp', { code: codeNow(test, second) })).status).toBe(204);
      test.clock.advance(60_000);
      expect((await stepUp(codeNow(test, first))).status).toBe(403);
      expect((await stepUp(codeNow(test, second))).status).toBe(201);
    });

    it('204 for the newest of two secrets that were begun', async () => {
      const first = await beginTotp(me.client);
      const second = await beginTotp(me.client);
      expect((await me.client.put('/me/totp', { code: codeNow(test, first) })).status).toBe(403);
      expect((await me.client.put('/me/totp', { code: codeNow(test, second) })).status).toBe(204);
    });

    it('204 for one of several at once', async () => {
      const secret = await beginTotp(me.client);
      const code = codeNow(test, secret);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => me.client.put('/me/totp', { code })),
      );
      expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
      expect((await stepUp(wrongCode(test, secret))).body.attemptsLeft).toBe(4);
      expect(await eventsOf('user.totp-confirmed')).toHaveLength(1);
      const rows = await queryRows(test, 'SELECT standing FROM user_factors WHERE user_id = ?', [me.id]);
      expect(rows).toEqual([{ standing: 'active' }]);
    });

    it('403 for a wrong code, 429 after five, and the right one too', async () => {
      const secret = await beginTotp(me.client);
      for (const attemptsLeft of [4, 3, 2, 1, 0]) {
        const answer = await me.client.put('/me/totp', { code: wrongCode(test, secret) });
        expect(answer).toMatchObject({ status: 403, body: { code: 'step-up-failed', attemptsLeft } });
      }
      expect(await me.client.put('/me/totp', { code: codeNow(test, secret) })).toMatchObject({
        status: 429,
        body: { code: 'factor-locked' },
      });
      test.clock.advance(15 * 60_000);
      expect((await me.client.put('/me/totp', { code: codeNow(test, secret) })).status).toBe(204);
    });

    it('409 with nothing to confirm, also a second time', async () => {
      const refused = { status: 409, body: { code: 'prerequisites-not-met', missing: ['totp'] } };
      expect(await me.client.put('/me/totp', { code: '123456' })).toMatchObject(refused);
      const secret = await giveTotp(test, me.client);
      expect(await me.client.put('/me/totp', { code: codeNow(test, secret) })).toMatchObject(refused);
    });

    it.each([{}, { code: 123456 }, { code: '12345' }, { code: '1234567' }, { code: '12 345' }, { code: '' }])(
      '422 refuses %j',
      async (body) => {
        expect((await me.client.put('/me/totp', body)).status).toBe(422);
      },
    );
  });

  describe('DELETE /me/totp', () => {
    const remove = (body: unknown = { password }) => me.client.send('DELETE', '/me/totp', body);

    it('204 does without them, with an event', async () => {
      const secret = await giveTotp(test, me.client);
      expect((await remove()).status).toBe(204);
      expect((await stepUp(codeNow(test, secret))).body.code).toBe('prerequisites-not-met');
      expect(await eventsOf('user.totp-removed')).toHaveLength(1);
    });

    it('204 forgets a secret that was never confirmed, without an event', async () => {
      const secret = await beginTotp(me.client);
      expect((await remove()).status).toBe(204);
      expect((await me.client.put('/me/totp', { code: codeNow(test, secret) })).status).toBe(409);
      expect(await eventsOf('user.totp-removed')).toEqual([]);
    });

    it('403 for a wrong password, and they stay', async () => {
      const secret = await giveTotp(test, me.client);
      expect((await remove({ password: 'wrong' })).body).toMatchObject({
        code: 'step-up-failed',
        attemptsLeft: 4,
      });
      expect((await stepUp(codeNow(test, secret))).status).toBe(201);
    });

    it('404 when there are none, 422 without a password', async () => {
      expect((await remove()).status).toBe(404);
      expect((await me.client.delete('/me/totp')).status).toBe(422);
      expect((await remove({})).status).toBe(422);
    });
  });

  it.each([
    ['POST', { password }],
    ['PUT', { code: '123456' }],
    ['DELETE', { password }],
  ] as const)('%s: 401 without credentials, 403 with a key', async (method, body) => {
    expect((await test.anyone.send(method, '/me/totp', body)).status).toBe(401);
    const made = await company.owner.post('/keys', { kind: 'company', name: 'Integration' });
    const answer = await test.anyone.withKey(made.body.secret).send(method, '/me/totp', body);
    expect(answer).toMatchObject({ status: 403, body: { code: 'password-session-required' } });
  });
});
