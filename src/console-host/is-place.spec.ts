import fc from 'fast-check';
import { isPlace } from './is-place';

const navigation = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

describe('a place in the console', () => {
  it.each([
    '/keys',
    '/keys/019a?tab=usage',
    '/apis',
    '/core-values',
    '/metrics.html',
    '/assetsx',
    '/a.b',
    '//',
  ])('is what a person opens: %s', (url) => {
    expect(isPlace(url, navigation)).toBe(true);
  });

  it.each(['/', '/?next=/keys'])('is %s, for every caller', (url) => {
    expect(isPlace(url, undefined)).toBe(true);
    expect(isPlace(url, '*/*')).toBe(true);
  });

  it.each(['*/*', 'application/json', 'image/avif,image/*', '', undefined])(
    'is not what a program or a page fetches: %s',
    (accept) => {
      expect(isPlace('/keys', accept)).toBe(false);
    },
  );

  it('is never what others answer for', () => {
    const reserved = fc.constantFrom(
      '/api',
      '/core',
      '/docs',
      '/openapi.json',
      '/health',
      '/metrics',
      '/gateway',
      '/oauth2',
      '/.well-known',
      '/assets',
      '/brand',
    );
    const rest = fc.oneof(
      fc.constant(''),
      fc.webPath(),
      fc.string().map((text) => `?${text}`),
    );
    fc.assert(
      fc.property(reserved, rest, (start, end) => {
        expect(isPlace(`${start}${end}`, navigation)).toBe(false);
      }),
    );
  });
});
