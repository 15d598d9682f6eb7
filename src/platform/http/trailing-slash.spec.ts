import fc from 'fast-check';
import { withoutTrailingSlash } from './trailing-slash';

describe('a slash at the end of a path', () => {
  it.each([
    ['/api/v1/keys/', '/api/v1/keys'],
    ['/api/v1/keys/?limit=1', '/api/v1/keys?limit=1'],
    ['/api/v1/keys?q=a/', '/api/v1/keys?q=a/'],
    ['/api/v1/keys', '/api/v1/keys'],
    ['/api/v1/keys//', '/api/v1/keys//'],
    ['/api/', '/api'],
    ['/api//', '/api//'],
    ['/gateway/check/', '/gateway/check/'],
    ['/docs/', '/docs/'],
    ['/', '/'],
    ['', ''],
    ['/?/api/v1/', '/?/api/v1/'],
  ])('%s leads to %s', (url, route) => {
    expect(withoutTrailingSlash(url, 'GET')).toBe(route);
  });

  it('stays for DELETE, where it may stand for an id that was left out', () => {
    expect(withoutTrailingSlash('/api/v1/keys/', 'DELETE')).toBe('/api/v1/keys/');
  });

  it('is all that is ever taken away', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (rest, query) => {
        const url = `/api/v1${rest}?${query}`;
        const route = withoutTrailingSlash(url, 'POST');
        expect([url, url.replace('/?', '?')]).toContain(route);
      }),
    );
  });
});
