import fc from 'fast-check';
import { plainText } from './text';

const line = plainText(10);

function accepts(text: string): boolean {
  return line.safeParse(text).success;
}

describe('a line of text that people write', () => {
  it.each([
    ['blanks around it', '  Zapier\t', 'Zapier'],
    ['blanks between', 'my  key', 'my  key'],
    ['a composed accent, however it was typed', 'Cafe\u0301', 'Caf\u00e9'],
    ['another script', '東京キー', '東京キー'],
    ['right-to-left letters', 'مفتاح', 'مفتاح'],
    ['a family, which is joined by U+200D', '👩\u200d👧', '👩\u200d👧'],
    ['markup, which is only text', '<b>&amp;', '<b>&amp;'],
  ])('may have %s', (_what, text, kept) => {
    expect(line.parse(text)).toBe(kept);
  });

  it.each([
    ['empty', ''],
    ['only blanks', ' \t\n '],
    ['only blanks of other kinds', '\u00a0\u3000\ufeff'],
    ['broken in two', 'a\nb'],
    ['broken with U+2028', 'a\u2028b'],
    ['broken with U+2029', 'a\u2029b'],
    ['with a tabulator', 'a\tb'],
    ['with NUL', 'a\u0000b'],
    ['with an escape sequence', 'a\u001b[31m'],
    ['with a C1 control', 'a\u009bb'],
    ['turned round', 'a\u202egnp.exe'],
    ['turned round by an isolate', 'a\u2067b\u2069'],
    ['with a direction mark', 'a\u200fb'],
    ['half a surrogate pair', 'a\ud800'],
    ['another half', '\udc00a'],
  ])('may not be %s', (_what, text) => {
    expect(accepts(text)).toBe(false);
  });

  it.each([null, 7, true, ['a'], { a: 1 }, undefined])('may not be %j', (value) => {
    expect(line.safeParse(value).success).toBe(false);
  });

  it('has as many characters as it may, counted as it is kept', () => {
    expect(accepts('x'.repeat(10))).toBe(true);
    expect(accepts('x'.repeat(11))).toBe(false);
    expect(accepts(` ${'e\u0301'.repeat(10)} `)).toBe(true);
    // One letter that NFC takes apart into three.
    expect(accepts('\ufb2c'.repeat(4))).toBe(false);
  });

  it('is kept as it is when it comes again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const once = line.safeParse(text);
        if (once.success) expect(line.parse(once.data)).toBe(once.data);
      }),
      { numRuns: 1_000 },
    );
  });
});
