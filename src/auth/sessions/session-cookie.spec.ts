import fc from 'fast-check';
import { type Config } from '../../platform/config';
import { SessionCookie } from './session-cookie';

function cookieAt(publicUrl: string, basePath = ''): SessionCookie {
  // A cast: the cookie looks at nothing but the address.
  return new SessionCookie({ http: { publicUrl, basePath } } as Config);
}

const secure = cookieAt('https://keys.test');
const local = cookieAt('http://127.0.0.1:3000');
const below = cookieAt('https://example.test/kunci', '/kunci');
const localBelow = cookieAt('http://127.0.0.1:3000/kunci', '/kunci');
const token = 'k9-_Zx'.repeat(7);

/** A `Set-Cookie` taken apart: name=value, and its attributes. */
function parts(setCookie: string): { pair: string; attributes: string[] } {
  const [pair = '', ...attributes] = setCookie.split('; ');
  return { pair, attributes: attributes.toSorted() };
}

describe('the cookie of a session', () => {
  it('is bound to this host and to encryption where there is any', () => {
    expect(parts(secure.give(token))).toEqual({
      pair: `__Host-kunci_session=${token}`,
      attributes: ['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Lax', 'Secure'],
    });
  });

  it('works without encryption on one’s own machine', () => {
    expect(parts(local.give(token))).toEqual({
      pair: `kunci_session=${token}`,
      attributes: ['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Lax'],
    });
  });

  it('is taken away with the same attributes, or the browser would keep it', () => {
    const { pair, attributes } = parts(secure.takeBack());
    expect(pair).toBe('__Host-kunci_session=');
    expect(attributes).toEqual(['HttpOnly', 'Max-Age=0', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  it('is sent to nothing but what is below the path of this server, and taken away there', () => {
    const attributes = ['HttpOnly', 'Max-Age=43200', 'Path=/kunci', 'SameSite=Lax', 'Secure'];
    expect(parts(below.give(token))).toEqual({ pair: `__Secure-kunci_session=${token}`, attributes });
    expect(parts(below.takeBack())).toEqual({
      pair: '__Secure-kunci_session=',
      attributes: attributes.with(1, 'Max-Age=0'),
    });
    expect(parts(localBelow.give(token))).toEqual({
      pair: `kunci_session=${token}`,
      attributes: ['HttpOnly', 'Max-Age=43200', 'Path=/kunci', 'SameSite=Lax'],
    });
  });

  it('is not mistaken for that of another Kunci on this host, at its root or above this path', () => {
    expect(below.read(`__Host-kunci_session=root`)).toBeNull();
    expect(secure.read(`__Secure-kunci_session=below`)).toBeNull();
    // The longest path comes first (RFC 6265, 5.4).
    expect(localBelow.read(`kunci_session=${token}; kunci_session=root`)).toBe(token);
  });

  it('gives back the token that was given, whatever other cookies a browser has', () => {
    const base64url = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/);
    const other = fc.constantFrom(
      'theme=dark',
      'a=',
      '=b',
      'junk',
      'x_kunci_session=no',
      'kunci_session2=no',
      '',
    );
    fc.assert(
      fc.property(base64url, fc.array(other), fc.array(other), (given, before, after) => {
        const header = [...before, parts(local.give(given)).pair, ...after].join('; ');
        expect(local.read(header)).toBe(given);
      }),
    );
  });

  it.each([
    ['no header', undefined],
    ['an empty one', ''],
    ['other cookies', 'theme=dark; lang=id'],
    ['a name in capitals', `KUNCI_SESSION=${token}`],
    ['a name that begins like it', `kunci_session_old=${token}`],
    ['the cookie of encrypted connections', `__Host-kunci_session=${token}`],
  ])('is not read from %s', (_what, header) => {
    expect(local.read(header)).toBeNull();
  });

  it('is not taken without its prefix where there is encryption: a neighbour could have set that', () => {
    expect(secure.read(`kunci_session=${token}`)).toBeNull();
    expect(secure.read(`__Host-kunci_session=${token}`)).toBe(token);
  });

  it('is read from anything without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        local.read(text);
        expect(typeof local.read(`kunci_session=${text}`)).toMatch(/^(string|object)$/);
      }),
    );
  });
});
