import fc from 'fast-check';
import { foldName } from './key-search';
import { foldWords, hasWordBeginning, maxWordLength, wordsOf } from './name-words';

/** Anything that a name can hold, and often what names do hold. */
const text = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
    fc
      .array(
        fc.constantFrom(
          'toko',
          'École',
          'ｔｏｋｏ',
          'مفتاح',
          'Straße',
          '東京',
          '🚀',
          '-',
          ' ',
          '_',
          '4',
          '\u0301',
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .map((parts) => parts.join('')),
  )
  .map((any) => any.toWellFormed());

describe('the words of a name', () => {
  it.each([
    ['Toko Melati', ['toko melati', 'melati']],
    ['  a', ['  a', 'a']],
    ['CI/deploy_2024-05', ['ci/deploy_2024-05', 'deploy_2024-05', '2024-05', '05']],
    ['École (Zürich)', ['ecole (zurich)', '(zurich)', 'zurich)']],
    ['مفتاح الدفع', ['مفتاح الدفع', 'الدفع']],
    ['東京タワー', ['東京タワー']],
    ['🚀 launch', ['🚀 launch', 'launch']],
    ['%', ['%']],
  ])('of %j are %j', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  it('are indexed as far as the column is wide, each once', () => {
    const words = wordsOf('a '.repeat(100));
    expect(new Set(words).size).toBe(words.length);
    expect(Math.max(...words.map((word) => [...word].length))).toBe(maxWordLength);
  });

  it('are found by whatever one of them begins with, and by nothing else', () => {
    fc.assert(
      fc.property(text, text, (typed, name) => {
        const folded = [...foldWords(typed)].slice(0, maxWordLength).join('');
        const isIndexed = wordsOf(name).some((word) => word.startsWith(folded));
        // Beyond what is indexed the name decides.
        expect(isIndexed || !hasWordBeginning(name, typed)).toBe(true);
        if ([...foldWords(typed)].length <= maxWordLength)
          expect(hasWordBeginning(name, typed)).toBe(isIndexed);
      }),
      { numRuns: 2_000 },
    );
  });

  it('include the beginning of the name, whatever it is', () => {
    fc.assert(
      fc.property(text, text, (typed, rest) => {
        for (const name of [typed, typed + rest])
          if (foldName(name).startsWith(foldName(typed))) expect(hasWordBeginning(name, typed)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['ecole', 'École'],
    ['ÉCO', 'ecole'],
    ['melati', 'Toko Melati'],
    ['toko m', 'Toko Melati'],
    ['05', 'deploy-2024-05'],
    ['الدفع', 'مفتاح الدفع'],
    ['🚀', 'launch 🚀'],
  ])('%s finds %s', (typed, name) => {
    expect(hasWordBeginning(name, typed)).toBe(true);
  });

  it.each([
    ['oko', 'Toko'],
    ['z_r', 'Zurich'],
    ['%', 'Toko'],
    ['toko melatix', 'Toko Melati'],
  ])('%s does not find %s', (typed, name) => {
    expect(hasWordBeginning(name, typed)).toBe(false);
  });
});
