import fc from 'fast-check';
import { basePathOf, isPublicUrl, normalPublicUrl } from './public-url';

describe('an address that Kunci can be under', () => {
  it.each([
    ['https://keys.example.com', 'https://keys.example.com', ''],
    ['HTTPS://Keys.Example.com:443/', 'https://keys.example.com', ''],
    ['https://example.com/kunci', 'https://example.com/kunci', '/kunci'],
    ['https://example.com/kunci/', 'https://example.com/kunci', '/kunci'],
    [
      'http://[::1]:8080/tools/api-keys_v1.2~',
      'http://[::1]:8080/tools/api-keys_v1.2~',
      '/tools/api-keys_v1.2~',
    ],
    ['https://example.com/Kunci', 'https://example.com/Kunci', '/Kunci'],
  ])('is %s', (text, normal, basePath) => {
    expect(isPublicUrl(text)).toBe(true);
    expect(normalPublicUrl(text)).toBe(normal);
    expect(basePathOf(normal)).toBe(basePath);
  });

  it.each([
    'keys.example.com',
    'ftp://keys.example.com',
    'https://',
    'https:///kunci',
    'https://me:secret@example.com/kunci',
    'https://example.com/kunci?x',
    'https://example.com/kunci?',
    'https://example.com/kunci#console',
    'https://example.com/kunci#',
    'https://example.com//kunci',
    'https://example.com/kunci//',
    'https://example.com/a//b',
    'https://example.com/../kunci',
    'https://example.com/kunci/..',
    'https://example.com/./kunci',
    'https://example.com/.kunci',
    'https://example.com/%6bunci',
    'https://example.com/ku%2Fnci',
    'https://example.com/%2e%2e/kunci',
    'https://example.com\\kunci',
    'https://example.com/ku nci',
    'https://example.com/kunçi',
    'https://example.com/ku;nci',
    'https://example.com/ku"nci',
    'https://example.com/ku<nci',
  ])('is not %s', (text) => {
    expect(isPublicUrl(text)).toBe(false);
  });

  it('means the same when it is read again, whatever it is', () => {
    const path = fc.array(fc.stringMatching(/^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/), { maxLength: 4 });
    fc.assert(
      fc.property(path, fc.boolean(), (names, slash) => {
        const text = ['https://example.com', ...names].join('/') + (slash ? '/' : '');
        expect(isPublicUrl(text)).toBe(true);
        expect(normalPublicUrl(normalPublicUrl(text))).toBe(normalPublicUrl(text));
        expect(basePathOf(normalPublicUrl(text))).toBe(names.map((name) => `/${name}`).join(''));
      }),
    );
  });
});
