import { generateKey } from '../../libs/api-key';
import { passwordFault } from './new-password';

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
    ['dewi@example.net', 'must not be the username'],
    ['ＤＥＷＩ@example.NET', 'must not be the username'],
  ])('may not be %s', (password, fault) => {
    expect(passwordFault(password, 'Dewi@example.net', 'kunci')).toBe(fault);
  });

  it('may be shaped like the key of another platform', () => {
    expect(passwordFault(generateKey('prefixed', 'other'), 'dewi@example.net', 'kunci')).toBeNull();
  });
});
