import { type FastifyRequest } from 'fastify';
import { Problem } from '../../platform/http';
import { assertSameSite } from './csrf';

/** Whether a request with these headers is refused, by a server people know as https://keys.test. */
function refused(
  headers: Record<string, string>,
  { protocol = 'https', host = 'keys.test', publicUrl = 'https://keys.test' } = {},
): boolean {
  try {
    // A cast: a site shows itself in these only.
    assertSameSite({ headers, protocol, host } as unknown as FastifyRequest, publicUrl);
    return false;
  } catch (error) {
    if (error instanceof Problem) expect(error.kind).toMatchObject({ code: 'csrf', status: 403 });
    else throw error;
    return true;
  }
}

describe('a request with a cookie', () => {
  it('is taken from a script, which sends neither Origin nor Sec-Fetch-Site', () => {
    expect(refused({})).toBe(false);
  });

  it.each([
    ['our own page', { origin: 'https://keys.test', 'sec-fetch-site': 'same-origin' }],
    ['our own page in an old browser', { origin: 'https://keys.test' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
  ])('is taken from %s', (_what, headers) => {
    expect(refused(headers)).toBe(false);
  });

  it.each([
    ['another site', { origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' }],
    ['another site in an old browser', { origin: 'https://evil.test' }],
    ['another site that sends no Origin', { 'sec-fetch-site': 'cross-site' }],
    [
      'a neighbour under the same domain',
      { origin: 'https://blog.keys.test', 'sec-fetch-site': 'same-site' },
    ],
    ['a neighbour that sends no Origin', { 'sec-fetch-site': 'same-site' }],
    ['a page in a sandbox', { origin: 'null' }],
    ['the same host without encryption', { origin: 'http://keys.test' }],
    ['the same host at another port', { origin: 'https://keys.test:8443' }],
    ['a host that begins like ours', { origin: 'https://keys.test.evil.test' }],
    ['a host that ends like ours', { origin: 'https://evilkeys.test' }],
    ['ours, with a path that no browser sends', { origin: 'https://keys.test/' }],
    ['two origins at once', { origin: 'https://keys.test, https://evil.test' }],
    ['two kinds of site at once', { 'sec-fetch-site': 'none, cross-site' }],
    ['nowhere', { origin: '' }],
    ['a site that is said to be nothing', { 'sec-fetch-site': '' }],
    [
      'a foreign Origin that claims to be ours',
      { origin: 'https://evil.test', 'sec-fetch-site': 'same-origin' },
    ],
    ['our Origin across sites', { origin: 'https://keys.test', 'sec-fetch-site': 'cross-site' }],
  ])('403 is refused from %s', (_what, headers) => {
    expect(refused(headers)).toBe(true);
  });

  it('is judged by the origin alone where the server is below a path', () => {
    const below = { host: 'example.test', publicUrl: 'https://example.test/kunci' };
    expect(refused({ origin: 'https://example.test', 'sec-fetch-site': 'same-origin' }, below)).toBe(false);
    expect(refused({ origin: 'https://example.test/kunci' }, below)).toBe(true);
    expect(refused({ origin: 'https://evil.test' }, below)).toBe(true);
  });

  it('is taken at the address the browser used, which on one’s own machine has two names', () => {
    const local = { protocol: 'http', host: 'localhost:3000', publicUrl: 'http://127.0.0.1:3000' };
    expect(refused({ origin: 'http://localhost:3000' }, local)).toBe(false);
    expect(refused({ origin: 'http://127.0.0.1:3000' }, local)).toBe(false);
    expect(refused({ origin: 'http://localhost:3001' }, local)).toBe(true);
  });
});
