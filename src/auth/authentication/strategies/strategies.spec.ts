import { type FastifyRequest } from 'fastify';
import fc from 'fast-check';
import { Strategy } from 'passport';
import { type Config } from '../../../platform/config';
import { type Credential, findCredential } from '../credential';
import { CredentialReader } from '../credential-reader';
import { SessionCookie } from '../../sessions/session-cookie';
import { ApiKeyStrategy } from './api-key.strategy';
import { BasicStrategy } from './basic.strategy';
import { type PresentedCredential } from './presented-credential';
import { runStrategy } from './run-strategy';
import { SessionStrategy } from './session.strategy';

// A cast: the cookie looks at nothing but the address.
const cookie = new SessionCookie({ http: { publicUrl: 'http://127.0.0.1:3000', basePath: '' } } as Config);
const strategies = {
  session: new SessionStrategy(cookie),
  apiKey: new ApiKeyStrategy(),
  basic: new BasicStrategy(),
};
const reader = new CredentialReader(cookie, strategies.session, strategies.apiKey, strategies.basic);

/** What is read from a request with these headers, as the authentication guard has it read. */
function presentedBy(headers: Record<string, string>): PresentedCredential | null {
  // A cast: the headers are all that is looked at.
  const request = {
    headers,
    raw: { rawHeaders: Object.entries(headers).flat() },
  } as unknown as FastifyRequest;
  const credential: Credential | null = findCredential(request, reader.hasCookie(request));
  return credential === null ? null : reader.read(request, credential);
}

const basicOf = (text: string | Buffer): Record<string, string> => ({
  authorization: `Basic ${Buffer.from(text).toString('base64')}`,
});
const keyOf = (text: string, username: string | null = null) => ({ kind: 'key', text, username });

describe('what a request presents', () => {
  it('is the key in X-API-Key or behind Bearer, as it is', () => {
    expect(presentedBy({ 'x-api-key': 'kunci_1' })).toEqual(keyOf('kunci_1'));
    expect(presentedBy({ authorization: 'Bearer kunci_1' })).toEqual(keyOf('kunci_1'));
    expect(presentedBy({ 'x-api-key': '^$1.*' })).toEqual(keyOf('^$1.*'));
  });

  it('is the token in the cookie', () => {
    expect(presentedBy({ cookie: 'a=b; kunci_session=t0k' })).toEqual({
      kind: 'session',
      token: 't0k',
    });
  });

  it.each([
    ['a company’s key', 'acme:kunci_1', keyOf('kunci_1', 'acme')],
    ['a person’s', 'ani@acme.test:kunci_1', keyOf('kunci_1', 'ani@acme.test')],
    ['other scripts', '鍵:kunci_1', keyOf('kunci_1', '鍵')],
    ['more colons, which all belong to the second part', 'u:p:anything', keyOf('p:anything', 'u')],
    ['no username', ':kunci_1', keyOf('kunci_1', '')],
    ['no key', 'acme:', keyOf('', 'acme')],
    ['no colon', 'acme', null],
    ['nothing', '', null],
  ])('is a username and a key behind Basic: %s', (_what, text, presented) => {
    expect(presentedBy(basicOf(text))).toEqual(presented);
  });

  it('is read from Basic in any case, with or without padding, behind any blanks', () => {
    const encoded = Buffer.from('acme:kunci_1').toString('base64').replaceAll('=', '');
    for (const value of [
      `basic ${encoded}`,
      `BASIC   ${encoded}`,
      `Basic\t${encoded}`,
      `Basic ${encoded} `,
    ]) {
      expect(presentedBy({ authorization: value })).toEqual(keyOf('kunci_1', 'acme'));
    }
  });

  it.each([
    ['bytes that are no text', basicOf(Buffer.from([0x61, 0xff, 0x3a, 0x62]))],
    ['no base64', { authorization: 'Basic acme:kunci_1' }],
    ['the alphabet of URLs', { authorization: `Basic ${Buffer.from('>>>?:>>?').toString('base64url')}` }],
    ['two at once', { authorization: 'Basic YTpi, Basic YTpi' }],
    ['a scheme and no more', { authorization: 'Basic' }],
    ['a bearer of nothing', { authorization: 'Bearer' }],
    ['an empty key', { 'x-api-key': '' }],
    ['a scheme nobody knows', { authorization: 'Digest username="a"' }],
  ] as [string, Record<string, string>][])('cannot be read from %s', (_what, headers) => {
    expect(presentedBy(headers)).toBeNull();
  });

  it('is what was sent, for every username without a colon and every key', () => {
    const wellFormed = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\ufffd'));
    const username = wellFormed.filter((text) => !text.includes(':'));
    fc.assert(
      fc.property(username, wellFormed, (name, text) => {
        expect(presentedBy(basicOf(`${name}:${text}`))).toEqual(keyOf(text, name));
      }),
    );
  });
});

describe('the library that reads X-API-Key', () => {
  it('has no prefix to put into a regular expression, and hands no request to its callback', () => {
    const { apiKey } = strategies;
    expect(apiKey.apiKeyHeader).toEqual({ header: 'x-api-key', prefix: '' });
    expect(apiKey.passReqToCallback).toBe(false);
    expect(apiKey.name).toBe('api-key');
  });

  it('hands on every key as it was sent, before it returns, whatever it would mean in a regular expression', () => {
    const special = fc.constantFrom(
      '(',
      ')',
      '[',
      '\\',
      '^',
      '$',
      '*',
      '+',
      '?',
      '.',
      '|',
      '$&',
      '$1',
      '__proto__',
    );
    const text = fc.oneof(fc.string({ minLength: 1 }), special);
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(presentedBy({ 'x-api-key': one + other })).toEqual(keyOf(one + other));
      }),
    );
  });
});

describe('running a strategy', () => {
  const header = fc.option(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), { nil: undefined });
  const nearMiss = fc.constantFrom(
    '',
    ' ',
    ':',
    'Basic',
    'Basic ',
    'Basic =',
    'Basic Og==',
    '=',
    ';',
    'kunci_session',
  );
  const value = fc.oneof(header, nearMiss);

  it.each(Object.entries(strategies))(
    '%s always comes to an end, whatever the headers',
    (_name, strategy) => {
      const headers = fc.record({ cookie: value, authorization: value, 'x-api-key': value });
      fc.assert(
        fc.property(headers, (junk) => {
          const outcome = runStrategy(strategy, { headers: junk });
          expect(outcome === null || typeof outcome === 'object').toBe(true);
        }),
      );
    },
  );

  it.each(Object.entries(strategies))('%s finds nothing where there is nothing', (_name, strategy) => {
    expect(runStrategy(strategy, { headers: {} })).toBeNull();
  });

  it('hands on the fault of a strategy that throws, says that it failed to work, or does not answer', () => {
    const throwing = Object.assign(new Strategy(), {
      authenticate: () => {
        throw new Error('boom');
      },
    });
    const erring = Object.assign(new Strategy(), {
      authenticate(this: { error: (fault: Error) => void }) {
        this.error(new Error('boom'));
      },
    });
    const silent = Object.assign(new Strategy(), { authenticate: () => undefined });
    expect(() => runStrategy(throwing, { headers: {} })).toThrow('boom');
    expect(() => runStrategy(erring, { headers: {} })).toThrow('boom');
    expect(() => runStrategy(silent, { headers: {} })).toThrow('did not answer');
  });

  it('keeps requests apart that one strategy reads', () => {
    const texts = Array.from({ length: 50 }, (_, at) => `key-${at}`);
    expect(texts.map((text) => presentedBy({ 'x-api-key': text }))).toEqual(texts.map((text) => keyOf(text)));
  });
});
