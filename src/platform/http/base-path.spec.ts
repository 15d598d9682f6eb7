import fc from 'fast-check';
import { isOutside, leaveBasePath } from './base-path';

/** Where a request is led that asks for an address. */
function ledTo(url: string, basePath = '/kunci'): string {
  const request = { url, originalUrl: url };
  leaveBasePath(request, basePath);
  expect(request.originalUrl).toBe(request.url);
  return request.url;
}

describe('the path of PUBLIC_URL', () => {
  it.each([
    ['/kunci', '/'],
    ['/kunci/', '/'],
    ['/kunci?next=/keys', '/?next=/keys'],
    ['/kunci/?next=/keys', '/?next=/keys'],
    ['/kunci/api/v1/keys?limit=1', '/api/v1/keys?limit=1'],
    ['/kunci/core/api/v1/me', '/core/api/v1/me'],
    ['/kunci/kunci/keys', '/kunci/keys'],
    ['/kunci//keys', '//keys'],
    ['/kunci/health/live', '/health/live'],
    ['http://example.com/kunci/keys', '/keys'],
    ['http://example.com/kunci', '/'],
  ])('is taken off %s: %s', (url, below) => {
    expect(ledTo(url)).toBe(below);
  });

  it.each([
    '/',
    '',
    '*',
    '/keys',
    '/api/v1/keys',
    '/kuncix/api/v1/keys',
    '/kunc',
    '/KUNCI/keys',
    '/%6bunci/keys',
    '//kunci/keys',
    '/kunci;x/keys',
    '/kunci%2Fkeys',
    '/kunci../keys',
    '/../kunci/keys',
    '/?/kunci/keys',
    '/health',
    '/health/live/x',
    '/metricsx',
    'http://kunci/keys',
  ])('is missing in %s, which leads nowhere', (url) => {
    expect(isOutside(ledTo(url))).toBe(true);
  });

  it('is not missed where a client asks for what the server says inside', () => {
    const [inside, sent] = [ledTo('/'), encodeURI(ledTo('/'))];

    // What HTTP does not let through: whatever a client sends is another address.
    expect(inside).toMatch(/[^\x21-\x7e]/);
    for (const address of ['/kunci/api/outside', `/kunci${sent}`])
      expect(isOutside(ledTo(address))).toBe(false);
  });

  it.each(['/health/live', '/health/ready', '/health/ready?x', '/metrics'])(
    'need not be there for %s',
    (url) => {
      expect(ledTo(url)).toBe(url);
    },
  );

  it('may have several names', () => {
    expect(ledTo('/tools/kunci/keys', '/tools/kunci')).toBe('/keys');
    expect(isOutside(ledTo('/tools/keys', '/tools/kunci'))).toBe(true);
  });

  it('changes nothing where there is none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webPath(), fc.string(), fc.webUrl()), (url) => {
        expect(ledTo(url, '')).toBe(url);
      }),
    );
  });
});
