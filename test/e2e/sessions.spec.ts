import { hourMs, minuteMs } from '../../src/platform';
import { aCompany, type Answer, password, startApp, type TestApp, type TestCompany } from '../support';

/** What a client could tell two refusals apart by. */
function faceOf({ status, body, headers }: Answer): object {
  const { 'x-request-id': _id, date: _date, ...stable } = headers;
  return { status, headers: stable, body: { ...body, requestId: 'any' } };
}

describe('sessions', () => {
  let test: TestApp;
  let company: TestCompany;
  let username: string;
  let unknown: Answer;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    username = `owner@${company.slug}.test`;
    unknown = await signIn('nobody@people.test');
  });
  afterAll(() => test.close());

  const signIn = (name: string, secret = password): Promise<Answer> =>
    test.anyone.post('/sessions', { username: name, password: secret });

  describe('POST /sessions', () => {
    it('201 says who you are, where, and what you may do there', async () => {
      const answer = await signIn(username);

      const here = {
        id: company.id,
        name: company.name,
        slug: company.slug,
        suspended: false,
        timeZone: 'UTC',
      };
      expect(answer).toMatchObject({
        status: 201,
        headers: { 'cache-control': 'no-store' },
        body: {
          user: { id: company.ownerId, username },
          company: here,
          companies: [here],
          method: 'password',
        },
      });
      expect(answer.body.permissions).toEqual(
        expect.arrayContaining(['company:submit', 'keys.company:revoke']),
      );
    });

    it('201 gives the token to the cookie only, and another one each time', async () => {
      const [first, second] = [await signIn(username), await signIn(username)];

      const token = /kunci_session=([^;]{43});/.exec(String(first.headers['set-cookie']))?.[1] ?? 'none';
      expect(String(second.headers['set-cookie'])).not.toContain(token);
      expect(JSON.stringify(first.body)).not.toContain(token);
    });

    it('201 is noted in the audit trail, a refused attempt is not', async () => {
      const seen = async (): Promise<number> => {
        const { body } = await company.owner.get('/events?type=session.opened&limit=100');
        return (body as { data: unknown[] }).data.length;
      };
      const before = await seen();

      await signIn(username);
      await signIn(username, 'wrong password');

      expect(await seen()).toBe(before + 1);
    });

    it.each([
      ['upper case', (name: string) => name.toUpperCase()],
      ['full-width letters', (name: string) => name.replace('owner', 'ｏｗｎｅｒ')],
    ])('201 knows a username in %s', async (_, spelled) => {
      expect(await signIn(spelled(username))).toMatchObject({
        status: 201,
        body: { user: { id: company.ownerId, username } },
      });
    });

    it('401 says the same to an unknown name as to a wrong password', async () => {
      const wrong = await signIn(username, 'wrong password');

      expect(wrong).toMatchObject({ status: 401, body: { code: 'invalid-credentials' } });
      expect(wrong.headers['set-cookie']).toBeUndefined();
      expect(faceOf(unknown)).toEqual(faceOf(wrong));
      expect(unknown.body.requestId).not.toBe(wrong.body.requestId);
    });

    it.each([
      ['a blank inside', (name: string) => name.replace('@', ' @')],
      ['an invisible character inside', (name: string) => name.replace('@', '\u200B@')],
      ['a Cyrillic letter', (name: string) => name.replace('o', '\u043E')],
      ['a Greek letter', (name: string) => name.replace('o', '\u03BF')],
      ['an accent', (name: string) => name.replace('o', 'ó')],
      ['a NUL inside', (name: string) => name.replace('@', '\u0000@')],
      ['half of a character', (name: string) => `${name}\uD800`],
      ['a wildcard', (name: string) => name.replace('owner', '%')],
    ])('401 takes a username with %s for another one', async (_, spelled) => {
      expect(faceOf(await signIn(spelled(username)))).toEqual(faceOf(unknown));
    });

    it('401 counts every character of the password', async () => {
      for (const secret of [`${password} `, password.toUpperCase(), password.slice(0, -1)])
        expect((await signIn(username, secret)).status).toBe(401);
    });
  });

  describe('GET /sessions/current', () => {
    it('200 repeats what signing in said', async () => {
      const answer = await signIn(username);
      const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';

      const current = await test.anyone.with({ cookie }).get('/sessions/current');

      expect(current).toMatchObject({ status: 200, body: answer.body });
    });

    it.each([
      ['no cookie', {}, 'credentials-missing'],
      ['an empty cookie', { cookie: 'kunci_session=' }, 'invalid-credentials'],
      ['an invented token', { cookie: `kunci_session=${'a'.repeat(43)}` }, 'invalid-credentials'],
    ])('401 refuses %s', async (_, headers, code) => {
      const answer = await test.anyone.with(headers).get('/sessions/current');
      expect(answer).toMatchObject({ status: 401, body: { code } });
    });

    it('401 refuses a session that nobody used for half an hour', async () => {
      const client = await test.anyone.signIn(username, password);

      test.clock.advance(30 * minuteMs - 1);
      expect((await client.get('/sessions/current')).status).toBe(200);
      test.clock.advance(30 * minuteMs);
      expect((await client.get('/sessions/current')).status).toBe(401);
    });

    it('401 refuses a session twelve hours after signing in, however busy it is', async () => {
      const client = await test.anyone.signIn(username, password);

      for (let half = 0; half < 24; half += 1) {
        test.clock.advance(29 * minuteMs);
        expect((await client.get('/sessions/current')).status).toBe(200);
      }
      test.clock.advance(12 * hourMs - 24 * 29 * minuteMs - 1);
      expect((await client.get('/sessions/current')).status).toBe(200);
      test.clock.advance(1);
      expect((await client.get('/sessions/current')).status).toBe(401);
    });
  });

  describe('DELETE /sessions/current', () => {
    it('204 takes the cookie back, and its token no longer opens anything', async () => {
      const client = await test.anyone.signIn(username, password);

      const answer = await client.delete('/sessions/current');

      expect(answer.status).toBe(204);
      expect(answer.headers['set-cookie']).toMatch(/^kunci_session=; Max-Age=0; Path=\/; HttpOnly/);
      expect((await client.get('/sessions/current')).status).toBe(401);
      expect((await client.delete('/sessions/current')).status).toBe(401);
    });

    it('204 leaves the other sessions of the same person alone', async () => {
      const laptop = await test.anyone.signIn(username, password);
      const phone = await test.anyone.signIn(username, password);

      await laptop.delete('/sessions/current');

      expect((await phone.get('/sessions/current')).status).toBe(200);
    });
  });
});
