import { HOTP, Secret } from 'otpauth';
import { newTotpSecret, stepOfCode, totpUri } from './totp';

// The secret of the test vectors in RFC 4226 (appendix D) and RFC 6238 (appendix B).
const key = Secret.fromLatin1('12345678901234567890');
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

const at = (seconds: number): Date => new Date(seconds * 1000);
const codeAt = (step: number): string => HOTP.generate({ secret: key, counter: step });

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
    expect(stepOfCode(secret, code, at(counter * 30))).toBe(counter);
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
    const fits = [-2, -1, 0, 1, 2].map((late) =>
      stepOfCode(secret, codeAt(step), at((step + late) * 30 + 7)),
    );
    expect(fits).toEqual([null, step, step, step, null]);
  });

  it('last to the last second of their 30', () => {
    const code = codeAt(100);
    expect(stepOfCode(secret, code, at(99 * 30))).toBe(100);
    expect(stepOfCode(secret, code, at(99 * 30 - 0.001))).toBeNull();
    expect(stepOfCode(secret, code, at(102 * 30 - 0.001))).toBe(100);
    expect(stepOfCode(secret, code, at(102 * 30))).toBeNull();
  });

  it('belong to the later of two steps that share one', () => {
    const [earlier, later] = [153_567, 153_569];
    expect(codeAt(earlier)).toBe(codeAt(later));
    expect(stepOfCode(secret, codeAt(later), at(153_568 * 30))).toBe(later);
  });

  it('are taken only as they are', () => {
    const code = codeAt(100);
    for (const other of ['', ` ${code}`, `${code} `, code.slice(1), `0${code}`, '٢٨٧٠٨٢', `${code}\0`]) {
      expect(stepOfCode(secret, other, at(3000))).toBeNull();
    }
  });
});

describe('a secret', () => {
  it('has 160 random bits in 32 characters of base32', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(new Set(Array.from({ length: 50 }, newTotpSecret)).size).toBe(50);
  });

  it('is spelled as RFC 4648 spells it', () => {
    expect(key.base32).toBe(secret);
    expect(Secret.fromLatin1('foobar').base32).toBe('MZXW6YTBOI');
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
