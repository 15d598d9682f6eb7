import fc from 'fast-check';
import { isCorePath, rewriteCorePath } from './core-path';

describe('an address under /core/api/v1', () => {
  it('leads to the same route, with everything behind it', () => {
    fc.assert(
      fc.property(fc.constantFrom('', '/', '?', '/?', '/me?'), fc.webPath(), (between, rest) => {
        const tail = between === '' ? '' : between + rest;
        expect(isCorePath(`/core/api/v1${tail}`)).toBe(true);
        expect(rewriteCorePath({ url: `/core/api/v1${tail}` })).toBe(`/api/v1${tail}`);
      }),
    );
  });

  it('is led there once', () => {
    expect(rewriteCorePath({ url: '/core/api/v1/core/api/v1/me' })).toBe('/api/v1/core/api/v1/me');
  });
});

describe('any other address', () => {
  it.each([
    '/',
    '/api/v1/me',
    '/core',
    '/core/api/v2/me',
    '/core/api/v10',
    '/core/api/v1x/me',
    '/core/api/v1%2Fme',
    '/core/api/v1;x',
    '/CORE/api/v1/me',
    '/core//api/v1/me',
    '//core/api/v1/me',
    '/x/core/api/v1/me',
    '/api/v1/../../core/api/v1/me',
    '/api/v1/me?next=/core/api/v1',
    'http://kunci.test/core/api/v1/me',
    '*',
  ])('%s stays what it is', (url) => {
    expect(isCorePath(url)).toBe(false);
    expect(rewriteCorePath({ url })).toBe(url);
  });

  it('is / where there is none', () => {
    expect(rewriteCorePath({})).toBe('/');
  });

  it('is rewritten exactly when it counts as /core, so that no cookie slips in', () => {
    const anything = fc.oneof(
      fc.webPath(),
      fc.string(),
      fc.string().map((tail) => `/core/api/v1${tail}`),
    );
    fc.assert(
      fc.property(anything, (url) => {
        expect(rewriteCorePath({ url }) !== url).toBe(isCorePath(url));
      }),
    );
  });
});
