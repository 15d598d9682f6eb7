import { minuteMs } from '../../src/platform';
import { aCompany, aKey, type Answer, password, startApp, type TestApp, type TestCompany } from '../support';

interface Known {
  /** A `prefixed` key that works. */
  readonly secret: string;
  /** A `hex32` key that works. */
  readonly hex: string;
  readonly slug: string;
}

const basic = (text: string | Buffer): string => `Basic ${Buffer.from(text).toString('base64')}`;

const junk = 'k'.repeat(10_000);

/** The last character exchanged for another one. */
const mistyped = (text: string): string => text.slice(0, -1) + (text.endsWith('a') ? 'b' : 'a');

const malformedKeys: [string, (known: Known) => string][] = [
  ['nothing', () => ''],
  ['a prefix alone', () => 'kunci_'],
  ['a key without its end', ({ secret }) => secret.slice(0, -1)],
  ['a key and one character more', ({ secret }) => `${secret}a`],
  ['a wrong checksum', ({ secret }) => mistyped(secret)],
  ['a key in lower case', ({ secret }) => secret.toLowerCase()],
  ['a prefix in upper case', ({ secret }) => secret.replace('kunci', 'KUNCI')],
  ['a key that nobody has', () => '0123456789abcdef0123456789abcdef'],
  ['hex in upper case', ({ hex }) => hex.toUpperCase()],
  ['hex, mistyped', ({ hex }) => mistyped(hex)],
  ['two keys with a comma', ({ secret }) => `${secret}, ${secret}`],
  ['a letter that is not ASCII', ({ secret }) => secret.replace(/.$/, 'é')],
  ['10 kB of junk', () => junk],
  ['a way into SQL', () => "' OR '1'='1"],
];

const malformedAuthorizations: [string, (known: Known) => string][] = [
  ['nothing', () => ''],
  ['a key without a scheme', ({ secret }) => secret],
  ['a scheme we do not know', ({ secret }) => `ApiKey ${secret}`],
  ['a scheme that begins like ours', ({ secret }) => `Bearers ${secret}`],
  ['Bearer alone', () => 'Bearer'],
  ['Bearer and a blank', () => 'Bearer '],
  ['Bearer and two words', ({ secret }) => `Bearer ${secret} ${secret}`],
  ['Bearer with what belongs into Basic', ({ slug, secret }) => `Bearer ${slug}:${secret}`],
  ['Basic alone', () => 'Basic'],
  ['Basic and a blank', () => 'Basic '],
  ['Basic that is no base64', () => 'Basic !!!!'],
  ['Basic in clear text', ({ slug, secret }) => `Basic ${slug}:${secret}`],
  ['Basic with junk inside', ({ slug, secret }) => basic(`${slug}:${secret}`).replace(/.{4}$/, '!$&')],
  ['Basic with a blank inside', ({ slug, secret }) => basic(`${slug}:${secret}`).replace(/.{4}$/, ' $&')],
  ['Basic without a colon', ({ secret }) => basic(secret)],
  ['Basic with a colon only', () => basic(':')],
  ['Basic without a key', ({ slug }) => basic(`${slug}:`)],
  ['Basic u:p:anything', ({ slug, secret }) => basic(`${slug}:${secret}:anything`)],
  ['Basic turned round', ({ slug, secret }) => basic(`${secret}:${slug}`)],
  ['Basic with a password', ({ slug }) => basic(`owner@${slug}.test:${password}`)],
  ['Basic with a wrong checksum', ({ slug, secret }) => basic(`${slug}:${mistyped(secret)}`)],
  ['Basic with bytes that are no UTF-8', () => basic(Buffer.from([0xff, 0x3a, 0xfe]))],
  ['Basic with letters that are not ASCII', ({ slug }) => basic(`${slug}:ключ`)],
  ['Basic with 10 kB of junk', () => `Basic ${junk}`],
  ['Basic with 10 kB of base64', ({ slug }) => basic(`${slug}:${'k'.repeat(7_000)}`)],
];

describe('malformed credentials', () => {
  let test: TestApp;
  let company: TestCompany;
  let known: Known;

  beforeAll(async () => {
    test = await startApp();
    company = await aCompany(test);
    const { secret } = await aKey(company.owner);
    await company.owner.patch('/settings', { keys: { company: { format: 'hex32' } } });
    known = { secret, hex: (await aKey(company.owner)).secret, slug: company.slug };
  });
  afterAll(() => test.close());

  const ask = (headers: Record<string, string>): Promise<Answer> =>
    test.anyone.with(headers).get('/core/api/v1/sales_invoices');

  const stable = ({ status, body }: Answer): object => ({ status, body: { ...body, requestId: '' } });

  async function expectJustInvalid(headers: Record<string, string>): Promise<void> {
    const refused = await ask(headers);
    expect(refused).toMatchObject({ status: 401, body: { code: 'invalid-credentials' } });
    // Like a key that there never was.
    expect(stable(refused)).toEqual(stable(await ask({ 'x-api-key': 'f'.repeat(32) })));
  }

  it.each(['secret', 'hex'] as const)(
    '200 takes the key that the others are made from (%s)',
    async (form) => {
      expect((await ask({ 'x-api-key': known[form] })).status).toBe(200);
      expect((await ask({ authorization: `Bearer ${known[form]}` })).status).toBe(200);
      expect((await ask({ authorization: basic(`${known.slug}:${known[form]}`) })).status).toBe(200);
    },
  );

  it.each(malformedKeys)('401 X-API-Key with %s is just not valid', async (_, made) => {
    await expectJustInvalid({ 'x-api-key': made(known) });
  });

  it.each(malformedKeys)('401 Bearer with %s is just not valid', async (_, made) => {
    await expectJustInvalid({ authorization: `Bearer ${made(known)}` });
  });

  it.each(malformedKeys)('401 Basic with the right username and %s is just not valid', async (_, made) => {
    await expectJustInvalid({ authorization: basic(`${known.slug}:${made(known)}`) });
  });

  it.each(malformedAuthorizations)('401 Authorization: %s is just not valid', async (_, made) => {
    await expectJustInvalid({ authorization: made(known) });
  });

  it('401 does not tell an unknown username from a wrong key', async () => {
    await expectJustInvalid({ authorization: basic(`nobody:${mistyped(known.secret)}`) });
  });

  describe('WWW-Authenticate', () => {
    const bearer = 'Bearer realm="Kunci"';
    const basicToo = `${bearer}, Basic realm="Kunci", charset="UTF-8"`;

    const refused: [string, () => Promise<Record<string, string>>][] = [
      ['nothing', () => Promise.resolve({})],
      ['junk', () => Promise.resolve({ 'x-api-key': 'junk' })],
      ['Basic without a colon', () => Promise.resolve({ authorization: basic('junk') })],
      ['a wrong username', () => Promise.resolve({ authorization: basic(`nobody:${known.secret}`) })],
      ['a revoked key', async () => ({ 'x-api-key': await revoked() })],
      ['an expired key', async () => ({ 'x-api-key': await expired() })],
    ];

    async function revoked(): Promise<string> {
      const { key, secret } = await aKey(company.owner);
      await company.owner.post(`/keys/${key.id}/revoke`);
      return secret;
    }

    async function expired(): Promise<string> {
      const { secret } = await aKey(company.owner, { expiresAt: '2026-06-15T09:05:00Z' });
      test.clock.advance(5 * minuteMs);
      return secret;
    }

    it.each(refused)('401 answers %s with Basic under /core, and without it elsewhere', async (_, made) => {
      const client = test.anyone.with(await made());

      for (const [path, challenge] of [
        ['/core/api/v1/me', basicToo],
        ['/api/v1/me', bearer],
      ] as const) {
        const answer = await client.get(path);
        expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, challenge]);
      }
    });

    it('401 never has a browser ask for a password of its own', async () => {
      const ended = await test.anyone.signIn(`owner@${company.slug}.test`, password);
      await ended.delete('/sessions/current');
      const wrong = { username: `owner@${company.slug}.test`, password: 'wrong password' };

      for (const answer of [await ended.get('/me'), await test.anyone.post('/sessions', wrong)])
        expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, bearer]);
    });

    it('200, 400 and 403 challenge nobody', async () => {
      const { secret } = await aKey(company.owner, { permissions: [] });
      const several = { 'x-api-key': secret, authorization: 'junk' };

      for (const answer of [
        await ask({ 'x-api-key': known.secret }),
        await ask({ 'x-api-key': secret }),
        await ask(several),
      ]) {
        expect([200, 403, 400]).toContain(answer.status);
        expect(answer.headers['www-authenticate']).toBeUndefined();
      }
    });
  });
});
