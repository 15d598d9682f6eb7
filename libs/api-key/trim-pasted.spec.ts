import fc from 'fast-check';
import { trimPasted } from './trim-pasted';

const junk = [
  ...[' ', '\t', '\n', '\r', '\0', '\u007f', '\u0085', '\u00a0', '\u2003', '\u2028', '\u3000', '\u2800'],
  ...['\u200b', '\u200c', '\u200d', '\u200e', '\u2060', '\u2066', '\u202e', '\u00ad', '\ufeff', '\ufe0f'],
  ...[
    '"',
    "'",
    '`',
    '\u00b4',
    '\u201c',
    '\u201d',
    '\u201e',
    '\u2018',
    '\u2019',
    '\u201a',
    '\u00ab',
    '\u00bb',
  ],
  ...['\u2039', '\u203a', '\uff02', '\uff07', '\u{e0001}', '\u{e0100}'],
];
const around = fc.string({ unit: fc.constantFrom(...junk), maxLength: 8 });

describe('a pasted text', () => {
  it.each(junk)('loses %j at its ends, and keeps it inside', (character) => {
    const inside = `ab${character}cd`;
    expect(trimPasted(inside)).toBe(inside);
    expect(trimPasted(`${character}${inside}`)).toBe(inside);
    expect(trimPasted(`${inside}${character}`)).toBe(inside);
  });

  it('is what was meant, whatever is around it', () => {
    fc.assert(
      fc.property(around, fc.stringMatching(/^[0-9A-Za-z_@.-]+$/), around, (before, text, after) => {
        expect(trimPasted(before + text + after)).toBe(text);
      }),
    );
  });

  it('is nothing where there is nothing else', () => {
    fc.assert(fc.property(around, (text) => expect(trimPasted(text)).toBe('')));
  });

  it.each([':', '@', '\ufffd', '\ud800', '\udc00', '\ue000', '\u0378', '🔑', 'é', '鍵'])(
    'keeps %j',
    (text) => {
      expect(trimPasted(` ${text}a${text} `)).toBe(`${text}a${text}`);
    },
  );

  it('of a megabyte of blanks around or inside costs no more than reading it', () => {
    const blanks = ' '.repeat(1_000_000);
    const began = performance.now();
    expect(trimPasted(`${blanks}a${blanks}b${blanks}`)).toHaveLength(1_000_002);
    // A pattern that looks for blanks before the end takes minutes here.
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});
