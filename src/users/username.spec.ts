import fc from 'fast-check';
import { canonicalUsername } from './username';

/** Characters from everywhere, and often from where trouble is. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(...Array.from('aAİıſKßΣσς\u0130\u0345\u1e9eﬁﷺ①Ａ｡：ーユやザ山홍\u1100\u1161кⅣ')),
    maxLength: 12,
  }),
);

describe('a username', () => {
  it('has one spelling, which is its own', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const canonical = canonicalUsername(text);
        if (canonical !== null) expect(canonicalUsername(canonical)).toBe(canonical);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is normalised and lower case, has 3 to 254 characters, and none that cannot be seen or that Basic splits at', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const canonical = canonicalUsername(text);
        if (canonical === null) return;
        expect(canonical).toBe(canonical.normalize('NFKC').toLowerCase());
        expect(canonical.length).toBeGreaterThanOrEqual(3);
        expect(canonical.length).toBeLessThanOrEqual(254);
        expect(canonical).not.toMatch(/[\s:\p{C}\p{Z}\p{DI}]/u);
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['an e-mail address', 'Owner@Super-Murah-Shirt.test', 'owner@super-murah-shirt.test'],
    ['signs', 'first.last+key_2@x', 'first.last+key_2@x'],
    ['an accent, typed in two ways', 'Andre\u0301', 'andr\u00e9'],
    ['full-width letters', 'ＡＤＭＩＮ', 'admin'],
    ['mathematical letters', '𝒶𝒹𝓂𝒾𝓃', 'admin'],
    ['letters in circles', 'ⓐⓓⓜⓘⓝ', 'admin'],
    ['a ligature', 'o\ufb03ce', 'office'],
    ['the sign for kelvin', '\u212aunci', 'kunci'],
    ['Cyrillic', 'Иван', 'иван'],
    ['Greek', 'ΝΙΚΟΣ', 'νικος'],
    ['Arabic', 'مفتاح', 'مفتاح'],
    ['Chinese', '钥匙管理', '钥匙管理'],
    ['Japanese in three scripts', '鍵のキー', '鍵のキー'],
    ['Japanese with a long vowel', 'ユーザー', 'ユーザー'],
    ['half-width Japanese', 'ﾕｰｻﾞｰ', 'ユーザー'],
    ['Hiragana with a long vowel', 'らーめん', 'らーめん'],
    ['a repeated Kanji', '佐々木', '佐々木'],
    ['Korean', '홍길동', '홍길동'],
    ['Korean with Hanja', '洪길동', '洪길동'],
    ['digits and signs with any script', '홍길동_2026', '홍길동_2026'],
    ['an apostrophe inside', "o'brien@people.test", "o'brien@people.test"],
    ['quotes around it, which a paste brought along', '“Admin”', 'admin'],
  ])('may be %s', (_what, text, canonical) => {
    expect(canonicalUsername(text)).toBe(canonical);
  });

  describe('is refused', () => {
    it.each([
      ['a Cyrillic а', 'p\u0430ypal'],
      ['a Greek ο', 'r\u03bfot'],
      ['an Armenian օ', 'r\u0585ot'],
      ['a Cherokee Ꭰ', '\u13a0dmin'],
      ['a Hebrew ס', 'r\u05e1ot'],
      ['a micro sign, which is a Greek letter', '\u00b5soft'],
      ['Katakana', 'adminノ'],
      ['the mark for a long vowel, which passes for a dash', 'adーmin'],
      ['Hangul', 'adminㅣ'],
    ])('with Latin letters and %s', (_what, text) => {
      expect(canonicalUsername(text)).toBeNull();
    });

    it.each([
      ['Hiragana with Hangul', 'やま홍길'],
      ['Cyrillic with Greek', 'иванνικ'],
      ['Latin with a script that has no name here', 'adminა'],
    ])('for mixing %s', (_what, text) => {
      expect(canonicalUsername(text)).toBeNull();
    });

    it.each([
      ['a colon', ':'],
      ['a full-width colon', '\uff1a'],
      ['a small colon', '\ufe55'],
      ['private use', '\ue000'],
      ['no character yet', '\u0378'],
      ['no character ever', '\uffff'],
      ['half a surrogate pair', '\ud800'],
      ['the other half', '\udc00'],
      ['the sign for bytes that are no text', '\ufffd'],
    ])('with %s, wherever it is', (_what, character) => {
      const texts = [`${character}admin`, `ad${character}min`, `admin${character}`, `홍길${character}동`];
      expect(texts.map(canonicalUsername)).toEqual([null, null, null, null]);
    });

    it.each([
      ['a blank', ' '],
      ['a tabulator', '\t'],
      ['a line break', '\n'],
      ['NUL', '\0'],
      ['delete', '\x7f'],
      ['a no-break space', '\u00a0'],
      ['an ideographic space', '\u3000'],
      ['a line separator', '\u2028'],
      ['an accent alone, which stands on a blank', '\u00b4'],
      ['a zero-width space', '\u200b'],
      ['a zero-width joiner', '\u200d'],
      ['a word joiner', '\u2060'],
      ['a byte order mark', '\ufeff'],
      ['a soft hyphen', '\u00ad'],
      ['a mark that turns writing round', '\u202e'],
      ['a variation selector', '\ufe0f'],
      ['a supplementary variation selector', '\u{e0100}'],
      ['a Mongolian variation selector', '\u180b'],
      ['a grapheme joiner', '\u034f'],
      ['a Hangul filler', '\u3164'],
      ['a half-width Hangul filler', '\uffa0'],
      ['a Hangul vowel filler', '\u1160'],
      ['a tag', '\u{e0041}'],
    ])('with %s inside, and does without at its ends', (_what, character) => {
      const texts = [`${character}admin`, `ad${character}min`, `admin${character}`, `홍길${character}동`];
      expect(texts.map(canonicalUsername)).toEqual(['admin', null, 'admin', null]);
    });

    it.each([
      ['empty', ''],
      ['of two letters', 'ab'],
      ['of two syllables, though typed as four letters', '\u1100\u1161\u1102\u1161'],
      ['of 255 letters', 'a'.repeat(255)],
      ['longer than 254 once it is spelled out', '㍿'.repeat(64)],
      ['of quotes alone', '""""'],
      ['of two letters between quotes', "'ab'"],
    ])('when it is %s', (_what, text) => {
      expect(canonicalUsername(text)).toBeNull();
    });
  });

  it.each([3, 254])('may have %i letters', (length) => {
    expect(canonicalUsername('a'.repeat(length))).toHaveLength(length);
  });
});
