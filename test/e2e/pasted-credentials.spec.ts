import { aCompany, aKey, type Answer, password, startApp, type TestApp, type TestCompany } from '../support';
import { anInvitation, newUsername } from '../support/invited';

/** What a copy from a mail, a table or a JSON file brings along. */
const pasted: [string, (text: string) => string][] = [
  ['a blank behind', (text) => `${text} `],
  ['blanks around', (text) => `\t ${text}\u00a0`],
  ['quotes', (text) => `"${text}"`],
  ['typographic quotes', (text) => `\u201c${text}\u201d`],
  ['a zero-width space', (text) => `${text}\u200b`],
  ['a byte order mark', (text) => `\ufeff${text}`],
  ['all of them', (text) => `\ufeff "\u200b'${text}'\u2060" `],
];

/** As a client sends text in a header: as UTF-8, whose bytes Node reads as Latin-1. */
const inHeader = (text: string): string => Buffer.from(text).toString('latin1');
const basicOf = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

describe('what was pasted', () => {
  let test: TestApp;
  let company: TestCompany;
  let username: string;
  let secret: string;
  let personal: string;

  beforeAll(async () => {
    test = await startApp({ demo: true });
    company = await aCompany(test);
    secret = (await aKey(company.owner)).secret;
    await company.owner.patch('/settings', { keys: { personal: { enabled: true } } });
    const person = await company.member('member', 'api-key-generate', 'api-key-sign-in');
    username = person.username;
    personal = (await aKey(person.client, { kind: 'personal' })).secret;
  });
  afterAll(() => test.close());

  const me = (headers: Record<string, string>): Promise<Answer> =>
    test.anyone.with(headers).get('/core/api/v1/me');

  describe.each(pasted)('with %s around', (_what, around) => {
    it('200 takes a key in X-API-Key and behind Bearer', async () => {
      expect((await me({ 'x-api-key': inHeader(around(secret)) })).status).toBe(200);
      expect((await me({ authorization: inHeader(`Bearer ${around(secret)}`) })).status).toBe(200);
    });

    it('200 takes both halves of Basic, of a company’s key and of a personal one', async () => {
      expect((await me(basicOf(`${around(company.slug)}:${around(secret)}`))).status).toBe(200);
      expect((await me(basicOf(`${around(username)}:${around(personal)}`))).status).toBe(200);
    });

    it('201 signs in with a username, and a password as it is', async () => {
      const signIn = (typed: string) =>
        test.anyone.post('/sessions', { username: around(username), password: typed });

      expect((await signIn(password)).status).toBe(201);
      expect((await signIn(around(password))).status).toBe(401);
    });

    it('201 signs in with a personal key instead of the password', async () => {
      const answer = await test.anyone.post('/sessions', {
        username: around(username),
        password: around(personal),
      });
      expect(answer).toMatchObject({ status: 201, body: { method: 'api-key' } });
    });

    it('200 verifies a key, with and without a username', async () => {
      const verify = async (input: object) => (await company.owner.post('/keys/verify', input)).body.code;

      expect(await verify({ key: around(secret), username: around(company.slug) })).toBe('VALID');
      expect(await verify({ key: around(personal), username: around(username) })).toBe('VALID');
      expect(await verify({ key: around(personal), username: around('somebody') })).toBe('USERNAME_MISMATCH');
    });

    it('201 invites a username without it, and redeems the token', async () => {
      const invited = newUsername();
      const { token } = await anInvitation(company.owner, { username: around(invited) });

      const redeemed = await test.anyone.post('/invitations/redeem', {
        token: around(token),
        password: 'a password of my own',
      });

      expect(redeemed).toMatchObject({ status: 200, body: { username: invited } });
    });

    it('201 signs up without it', async () => {
      const [slug, name] = [
        newUsername()
          .replace(/[^a-z0-9]+/g, '-')
          .slice(0, 60),
        newUsername(),
      ];
      const owner = { username: around(name), password: 'a password of my own' };

      const answer = await test.anyone.post('/companies', { name: 'Acme', slug, owner });

      expect(answer).toMatchObject({ status: 201, body: { user: { username: name } } });
    });
  });

  it('201 takes the username of a demo account with a blank behind it', async () => {
    const answer = await test.anyone.post('/sessions', {
      username: 'owner@orbit-bookings.test ',
      password: 'kunci-demo-2026',
    });
    expect(answer.status).toBe(201);
  });
});
