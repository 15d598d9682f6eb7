import { secretIn } from './pasted-secret';

const prefixed = 'kunci_7Qm2Zt9XbR4vK1pLs8WdYh3NcJf6GaEuTz0M5k';
const testKey = prefixed.replace('_', '_test_');
const hex = '0123456789abcdef0123456789abcdef';

describe('secretIn', () => {
  it.each([
    ['a key with a prefix', prefixed, prefixed],
    ['a test key', `"${testKey}"`, testKey],
    ['a key of 32 characters', hex, hex],
    ['blanks and quotes', ` "${prefixed}"\n`, prefixed],
    ['invisible characters', `\ufeff\u200b${hex}\u200b`, hex],
    ['a line of a configuration', `KUNCI_API_KEY=${prefixed}`, prefixed],
    ['a header', `Authorization: Bearer ${hex}`, hex],
    ['a key without its end', prefixed.slice(0, -6), prefixed.slice(0, -6)],
    ['a key with a character too many', `${hex}0`, `${hex}0`],
  ])('finds it in %s', (_what, text, secret) => {
    expect(secretIn(text)).toBe(secret);
  });

  it.each([
    ['nothing', ''],
    ['a name', 'Website of Welcome Desk 2026'],
    ['how a key begins', prefixed.slice(0, 10)],
    ['a long word', 'Rechtsschutzversicherungsgesellschaften'],
    ['an id', '019eca82-5680-71b2-aff8-0332c053fda8'],
    ['a name with hyphens', 'production-website-integration-2026'],
  ])('finds none in %s', (_what, text) => {
    expect(secretIn(text)).toBeNull();
  });
});
