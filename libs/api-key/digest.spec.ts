import { digestKey } from './index';

describe('digestKey', () => {
  it.each([
    [
      'case 1',
      Buffer.alloc(20, 0x0b),
      'Hi There',
      'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
    ],
    [
      'case 2',
      Buffer.from('Jefe'),
      'what do ya want for nothing?',
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    ],
  ])('is HMAC-SHA-256 as in RFC 4231, %s', (_case, pepper, text, digest) => {
    expect(digestKey(text, pepper).toString('hex')).toBe(digest);
  });

  it('differs by pepper', () => {
    const [one, other] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

    expect(digestKey('text', one)).not.toEqual(digestKey('text', other));
  });
});
