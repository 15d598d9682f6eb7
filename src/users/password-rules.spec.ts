import { generateKey } from '../../libs/api-key';
import { givenPasswordSchema, passwordFault } from './password-rules';

describe('a new password', () => {
  it.each(['twelve chars', 'x'.repeat(256), 'kunci_not-quite-a-key', '密码密码密码密码密码密码'])(
    'may be %s',
    (password) => {
      expect(passwordFault(password, 'dewi@example.net', 'kunci')).toBeNull();
    },
  );

  it.each([
    ['eleven char', 'must have 12 to 256 characters'],
    ['x'.repeat(257), 'must have 12 to 256 characters'],
    ['half a character \uD800', 'must be well-formed text'],
    [generateKey('hex32', 'kunci'), 'must not be shaped like an API key'],
    [generateKey('prefixed', 'kunci'), 'must not be shaped like an API key'],
    [` "${generateKey('prefixed', 'kunci')}"`, 'must not be shaped like an API key'],
    ['dewi@example.net', 'must not be the username'],
    ['ＤＥＷＩ@example.NET', 'must not be the username'],
  ])('may not be %s', (password, fault) => {
    expect(passwordFault(password, 'Dewi@example.net', 'kunci')?.detail ?? null).toBe(fault);
  });

  it.each([
    ['ä'.repeat(256), null],
    ['ä'.repeat(257), 'must have 12 to 256 characters'],
    ['ä'.repeat(11), 'must have 12 to 256 characters'],
  ])('is as long as its NFC, however it was typed: %#', (password, fault) => {
    for (const form of ['NFC', 'NFD'] as const)
      expect(passwordFault(password.normalize(form), 'dewi@example.net', 'kunci')?.detail ?? null).toBe(
        fault,
      );
  });

  it('may be shaped like the key of another platform', () => {
    expect(passwordFault(generateKey('prefixed', 'other'), 'dewi@example.net', 'kunci')).toBeNull();
  });
});

describe('a password to be checked', () => {
  it.each([['ä'], ['각'], ['ᾂ']])(
    'of 256 times %s is accepted in either spelling, and one more in neither',
    (letter) => {
      for (const form of ['NFC', 'NFD'] as const) {
        expect(givenPasswordSchema.safeParse(letter.repeat(256).normalize(form)).success).toBe(true);
        expect(givenPasswordSchema.safeParse(letter.repeat(257).normalize(form)).success).toBe(false);
      }
    },
  );

  it('is left as it was typed', () => {
    const typed = ' "e\u0301" ';
    expect(givenPasswordSchema.parse(typed)).toBe(typed);
  });
});
