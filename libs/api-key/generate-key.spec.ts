import { checksumOf } from './checksum';
import { formatFor, generateKey, keyFormats, parseKey } from './index';

const prefix = 'kunci';

describe('generateKey', () => {
  it.each(keyFormats)('makes %s keys that parse', (format) => {
    for (let made = 0; made < 200; made += 1) {
      expect(parseKey(generateKey(format, prefix), prefix)).toEqual({ format, environment: 'live' });
    }
  });

  it('spells a prefixed key as prefix, 32 base62 characters and 6 of checksum', () => {
    const key = generateKey('prefixed', prefix);

    expect(key).toMatch(/^kunci_[0-9A-Za-z]{38}$/);
    expect(key.slice(-6)).toBe(checksumOf(key.slice(0, -6)));
  });

  it('says of a test key what it is', () => {
    expect(generateKey('prefixed', prefix, 'test')).toMatch(/^kunci_test_[0-9A-Za-z]{38}$/);
    expect(formatFor('test', 'hex32')).toBe('prefixed');
  });

  it('spells a hex32 key as 32 lower-case hex digits', () => {
    expect(generateKey('hex32', prefix)).toMatch(/^[0-9a-f]{32}$/);
  });

  it('favours no character', () => {
    const counts = new Map<string, number>();
    const keys = 2_000;
    for (let made = 0; made < keys; made += 1) {
      for (const character of generateKey('prefixed', prefix).slice(prefix.length + 1, -6)) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
      }
    }

    const expected = (keys * 32) / 62;
    const chiSquare = [...counts.values()].reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(62);
    // 61 degrees of freedom: a fair draw is above 160 once in 10^10 runs; `byte % 62` is near 480.
    expect(chiSquare).toBeLessThan(160);
  });
});

describe('checksumOf', () => {
  it('is the CRC-32 check value in base62', () => {
    // 0xCBF43926, which every CRC-32 of ISO 3309 gives for these digits.
    expect(checksumOf('123456789')).toBe('3jZRME');
  });

  it('pads on the left', () => {
    expect(checksumOf('')).toBe('000000');
  });
});
