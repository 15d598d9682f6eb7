import { invisibleIn, mixesScripts, skeletonOf } from '.';

describe('a skeleton', () => {
  it.each([
    [
      'owner',
      'OWNER',
      'Ｏｗｎｅｒ',
      '\u039fwner',
      '\u041ewner',
      '\u0555wner',
      'Ow\u200bner',
      ' owner ',
      '𝓞wner',
    ],
    ['System Administrator', 'system\u00a0administrator', 'System  Administrator'],
    ['admin', 'Аdmin', 'admın', 'ADMİN'],
    ['straße', 'STRASSE'],
    ['σίσυφος', 'ΣΊΣΥΦΟΣ'],
    ['cafe\u0301', 'caf\u00e9'],
    ['می‌خواهم', 'میخواهم'],
  ])('is one for %s and what passes for it', (...names) => {
    const [first = '', ...others] = names;
    for (const other of others) expect([other, skeletonOf(other)]).toEqual([other, skeletonOf(first)]);
  });

  it.each([
    ['Owner', 'Owners'],
    ['Level 1', 'Level I'],
    ['cafe', 'café'],
    ['管理者', '管理人'],
    ['иван', 'ivan'],
  ])('is another for %s and %s', (one, other) => {
    expect(skeletonOf(one)).not.toBe(skeletonOf(other));
  });

  it('fits the column, and is its own', () => {
    const long = skeletonOf('\ufdfa'.repeat(64));
    expect(long).toHaveLength(200);
    for (const name of ['Owner', 'Οwner', 'ﬃ', 'Ⅳ', 'ẞ', '👩‍👧'])
      expect(skeletonOf(skeletonOf(name))).toBe(skeletonOf(name));
  });
});

describe('what nobody sees in a name', () => {
  it.each([
    ['Ow\u200bner', 'U+200B (zero width space)'],
    ['Owner\u200d', 'U+200D (zero width joiner)'],
    ['a\u200cb', 'U+200C (zero width non-joiner)'],
    ['a\u202egnp.exe', 'U+202E (right-to-left override)'],
    ['a\u2067b', 'U+2067'],
    ['a\u00adb', 'U+00AD (soft hyphen)'],
    ['a\nb', 'U+000A (line feed)'],
    ['a\u0000', 'U+0000 (null)'],
    ['a\u3164', 'U+3164 (Hangul filler)'],
    ['a\ufe0f', 'U+FE0F'],
    ['a\u{e0041}', 'U+E0041'],
    ['می\u200c\u200cخواهم', 'U+200C (zero width non-joiner)'],
    ['👩\u200d\u200d👧', 'U+200D (zero width joiner)'],
    ['👩\u200dx', 'U+200D (zero width joiner)'],
  ])('%j is %s', (name, called) => {
    expect(invisibleIn(name)).toBe(called);
  });

  it.each([
    ['a family', '👩\u200d👧'],
    ['a heart in colour', '❤\ufe0f'],
    ['a rainbow flag', '🏳\ufe0f\u200d🌈'],
    ['a profession of some skin', '👩🏽\u200d⚕\ufe0f'],
    ['Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['Persian', 'می\u200cخواهم'],
    ['Hindi', 'क्\u200dष'],
    ['Sinhala', 'ශ්\u200dරී'],
    ['a name with a variant of a letter', '葛\u{e0100}城'],
    ['Mongolian', 'ᠠ\u180b'],
    ['Indonesian', 'Kunci Toko Melati'],
    ['Javanese letters', 'ꦏꦸꦚ꧀ꦕꦶ'],
    ['Arabic', 'مفتاح الشركة'],
  ])('is nothing in %s', (_what, name) => {
    expect(invisibleIn(name)).toBeNull();
  });

  it('is found in a long name at once', () => {
    const name = `${'👩\u200d'.repeat(20_000)}x${'क\u094d'.repeat(20_000)}`;
    expect(invisibleIn(name)).toBe('U+200D (zero width joiner)');
  });
});

describe('letters of several scripts', () => {
  it('may stand together where a writing system has them', () => {
    expect(mixesScripts('鍵のキー')).toBe(false);
    expect(mixesScripts('チームA')).toBe(true);
    expect(mixesScripts('チームA', ['Latin'])).toBe(false);
    expect(mixesScripts('Οwner', ['Latin'])).toBe(true);
  });
});
