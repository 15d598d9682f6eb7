import fc from 'fast-check';
import { checksumOf } from './checksum';
import { faceOf, generateKey, hasLengthOfKey, keyEnvironments, parseKey, startOfKey } from './index';

const prefix = 'kunci';
const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const hex32 = '0123456789abcdef0123456789abcdef';

function replaceAt(text: string, index: number, character: string): string {
  return text.slice(0, index) + character + text.slice(index + 1);
}

function readLength(text: { readonly length: number }, name: string | symbol): number {
  if (name !== 'length') throw new Error(`${String(name)} was read`);
  return text.length;
}

describe('parseKey', () => {
  it('refuses every change of one character of a prefixed key', () => {
    const key = generateKey('prefixed', prefix);
    const changed = Array.from(key).flatMap((original, index) =>
      Array.from(`${base62}_- \n`)
        .filter((character) => character !== original)
        .map((character) => replaceAt(key, index, character)),
    );

    expect(changed.filter((text) => parseKey(text, prefix) !== null)).toEqual([]);
    expect(changed.length).toBe(key.length * 65);
  });

  it('refuses every change of one character of a test key, and every text that lost or won one', () => {
    const key = generateKey('prefixed', prefix, 'test');
    const changed = Array.from(key).flatMap((original, index) =>
      Array.from(`${base62}_- \n`)
        .filter((character) => character !== original)
        .map((character) => replaceAt(key, index, character)),
    );
    const resized = Array.from(key).flatMap((character, index) => [
      key.slice(0, index) + key.slice(index + 1),
      key.slice(0, index) + character + key.slice(index),
    ]);

    expect([...changed, ...resized].filter((text) => parseKey(text, prefix) !== null)).toEqual([]);
  });

  it('never takes the key of one environment for one of the other, whatever the prefix', () => {
    const prefixes = fc.stringMatching(/^[a-z][a-z0-9]{1,15}$/);
    fc.assert(
      fc.property(prefixes, fc.constantFrom(...keyEnvironments), (platform, environment) => {
        const key = generateKey('prefixed', platform, environment);
        expect(parseKey(key, platform)).toEqual({ format: 'prefixed', environment });
        expect(faceOf(key, 'prefixed').start).toBe(
          key.slice(0, startOfKey(platform, environment).length + 4),
        );
      }),
    );
  });

  it('reads no more of a long text than its length', () => {
    const long = new Proxy({ length: 10_000_000 }, { get: (target, name) => readLength(target, name) });
    // A cast: it stands for a text of which nothing but the length may be read.
    expect(parseKey(long as unknown as string, prefix)).toBeNull();
  });

  it('refuses two neighbours that changed places', () => {
    const random = fc.string({ unit: fc.constantFrom(...base62.split('')), minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(random, fc.nat({ max: 30 }), (characters, at) => {
        const [left, right] = [characters.charAt(at), characters.charAt(at + 1)];
        fc.pre(left !== right);
        const body = `${prefix}_${characters}`;
        const swapped = replaceAt(replaceAt(characters, at, right), at + 1, left);

        expect(parseKey(body + checksumOf(body), prefix)).toEqual({
          format: 'prefixed',
          environment: 'live',
        });
        expect(parseKey(`${prefix}_${swapped}${checksumOf(body)}`, prefix)).toBeNull();
      }),
    );
  });

  it('never throws, and refuses any text that is not a key', () => {
    const anything = fc.string({ unit: 'binary', maxLength: 100 });
    const nearMiss = fc
      .string({ unit: 'binary', minLength: 38, maxLength: 38 })
      .chain((tail) => fc.constantFrom(`${prefix}_${tail}`, `${prefix}_test_${tail}`));
    fc.assert(
      fc.property(fc.oneof(anything, nearMiss), (text) => {
        expect(parseKey(text, prefix)).toBeNull();
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['upper-case hex', hex32.toUpperCase()],
    ['31 hex digits', hex32.slice(1)],
    ['33 hex digits', `${hex32}0`],
    ['a trailing newline', `${hex32}\n`],
    ['a newline as the last of 32', `${hex32.slice(1)}\n`],
    ['a leading blank', ` ${hex32.slice(1)}`],
    ['full-width digits', `${hex32.slice(1)}\uff11`],
    ['half a surrogate pair', `${hex32.slice(1)}\ud800`],
    ['NUL', `${hex32.slice(1)}\u0000`],
  ])('refuses %s', (_what, text) => {
    expect(parseKey(text, prefix)).toBeNull();
  });

  it('refuses a key with something after it', () => {
    const key = generateKey('prefixed', prefix);

    expect(parseKey(`${key}\n`, prefix)).toBeNull();
    expect(parseKey(`${key}0`, prefix)).toBeNull();
  });

  it('refuses a right checksum over wrong characters', () => {
    const body = `${prefix}_${'é'.repeat(32)}`;

    expect(parseKey(body + checksumOf(body), prefix)).toBeNull();
  });

  it('refuses the key of another platform', () => {
    expect(parseKey(generateKey('prefixed', 'kanci'), prefix)).toBeNull();
    expect(parseKey(generateKey('prefixed', 'kunci_x'), prefix)).toBeNull();
  });
});

describe('hasLengthOfKey', () => {
  it.each([
    ['prefixed', 'live'],
    ['prefixed', 'test'],
    ['hex32', 'live'],
  ] as const)('is so for a %s key that is %s, and not a character more or less', (format, environment) => {
    const key = generateKey(format, prefix, environment);

    expect(hasLengthOfKey(key, prefix)).toBe(true);
    expect(hasLengthOfKey(`${key}0`, prefix)).toBe(false);
    expect(hasLengthOfKey(key.slice(1), prefix)).toBe(false);
  });
});
