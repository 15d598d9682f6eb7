import fc from 'fast-check';
import { fromBase32, toBase32 } from './base32';
import { codeAt, newTotpSecret, stepOfCode, totpUri } from './totp';

// The secret of the test vectors in RFC 4226 (appendix D) and RFC 6238 (appendix B): “12345678901234567890”.
const secret = toBase32(Buffer.from('12345678901234567890'));

const at = (seconds: number): Date => new Date(seconds * 1000);

describe('one-time codes', () => {
  it.each([
    [0, '755224'],
    [1, '287082'],
    [2, '359152'],
    [3, '969429'],
    [4, '338314'],
    [5, '254676'],
    [6, '287922'],
    [7, '162583'],
    [8, '399871'],
    [9, '520489'],
  ])('are those of RFC 4226 for counter %i', (counter, code) => {
    expect(codeAt(secret, counter)).toBe(code);
  });

  // The RFC prints 8 digits of SHA-1; fewer digits are the last ones.
  it.each([
    [59, 0x1, '94287082'],
    [1111111109, 0x23523ec, '07081804'],
    [1111111111, 0x23523ed, '14050471'],
    [1234567890, 0x273ef07, '89005924'],
    [2000000000, 0x3f940aa, '69279037'],
    [20000000000, 0x27bc86aa, '65353130'],
  ])('are those of RFC 6238 at %i seconds', (seconds, step, code) => {
    expect(stepOfCode(secret, code.slice(-6), at(seconds))).toBe(step);
  });

  it('fit one step early and one late, and no further', () => {
    const step = 50_000_000;
    const code = codeAt(secret, step);
    const fits = [-2, -1, 0, 1, 2].map((late) => stepOfCode(secret, code, at((step + late) * 30 + 7)));
    expect(fits).toEqual([null, step, step, step, null]);
  });

  it('last to the last second of their 30', () => {
    const code = codeAt(secret, 100);
    expect(stepOfCode(secret, code, at(99 * 30))).toBe(100);
    expect(stepOfCode(secret, code, at(99 * 30 - 0.001))).toBeNull();
    expect(stepOfCode(secret, code, at(102 * 30 - 0.001))).toBe(100);
    expect(stepOfCode(secret, code, at(102 * 30))).toBeNull();
  });

  it('are taken only as they are', () => {
    const code = codeAt(secret, 100);
    for (const other of ['', ` ${code}`, `${code} `, code.slice(1), `0${code}`, '٢٨٧٠٨٢', `${code}\0`]) {
      expect(stepOfCode(secret, other, at(3000))).toBeNull();
    }
  });

  it('are of another secret others', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 30), (step) => {
        const code = codeAt(newTotpSecret(), step);
        expect(code).toMatch(/^[0-9]{6}$/);
      }),
    );
    expect(new Set(Array.from({ length: 50 }, newTotpSecret)).size).toBe(50);
  });
});

describe('a secret', () => {
  it('has 160 bits in 32 characters', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('goes into an address that apps read', () => {
    const url = new URL(totpUri('Kunci', 'a&b=c d@x.test', secret));
    expect(url.protocol).toBe('otpauth:');
    expect(url.host).toBe('totp');
    expect(decodeURIComponent(url.pathname)).toBe('/Kunci:a&b=c d@x.test');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      secret,
      issuer: 'Kunci',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    });
  });
});

describe('base32', () => {
  it.each([
    ['', ''],
    ['f', 'MY'],
    ['fo', 'MZXQ'],
    ['foo', 'MZXW6'],
    ['foob', 'MZXW6YQ'],
    ['fooba', 'MZXW6YTB'],
    ['foobar', 'MZXW6YTBOI'],
  ])('spells “%s” as RFC 4648 does', (text, spelled) => {
    expect(toBase32(Buffer.from(text))).toBe(spelled);
  });

  it('comes back as it went', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(fromBase32(toBase32(Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('refuses other characters without repeating them', () => {
    expect(() => fromBase32('GEZDG1')).toThrow(new RangeError('The text is not base32.'));
  });
});
