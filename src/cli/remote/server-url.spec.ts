import { isReadableOnTheWay, serverUrl } from './server-url';

describe('the address of a server', () => {
  it.each([
    ['https://keys.example.com', 'https://keys.example.com'],
    ['https://keys.example.com/', 'https://keys.example.com'],
    ['keys.example.com', 'https://keys.example.com'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['https://example.com/kunci/?x#y', 'https://example.com/kunci'],
  ])('%s is %s', (typed, url) => {
    expect(serverUrl(typed)).toBe(url);
  });

  it.each(['', 'ftp://keys.example.com', 'https://', 'https://me:secret@keys.example.com'])(
    'is not %j',
    (typed) => {
      expect(() => serverUrl(typed)).toThrow();
    },
  );

  it.each([
    ['http://keys.example.com', true],
    ['http://10.0.0.1', true],
    ['https://keys.example.com', false],
    ['http://localhost:3000', false],
    ['http://127.0.0.1', false],
    ['http://[::1]:3000', false],
  ])('is unencrypted beyond this machine: %s, %p', (url, readable) => {
    expect(isReadableOnTheWay(url)).toBe(readable);
  });
});
