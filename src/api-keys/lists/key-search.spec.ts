import fc from 'fast-check';
import { beginsWith, foldName } from './key-search';

/** Whether a database that compares text byte by byte, as ours do, finds a key with this name and start. */
function finds(typed: string, key: { readonly name?: string; readonly start?: string }): boolean {
  const [, bounds] = beginsWith(typed);
  const isWithin = (text: string | undefined, from: unknown, to: unknown): boolean =>
    text !== undefined && bytewise(text, String(from)) >= 0 && bytewise(text, String(to)) < 0;
  const folded = key.name === undefined ? undefined : foldName(key.name);
  return (
    isWithin(folded, bounds['name'], bounds['nameEnd']) ||
    isWithin(key.start, bounds['start'], bounds['startEnd'])
  );
}

function bytewise(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** Anything that a name can hold; U+10FFFF will never be a character. */
const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .map((any) => any.toWellFormed().replaceAll('\u{10ffff}', 'z'));

describe('searching for keys', () => {
  it('finds exactly the names that begin with what was typed', () => {
    fc.assert(
      fc.property(text, text, (typed, rest) => {
        const folded = foldName(typed);
        for (const name of [typed, rest, typed + rest, rest + typed]) {
          expect(finds(typed, { name })).toBe(foldName(name).startsWith(folded));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['zap', 'Zapier'],
    ['ZAPIER', 'zapier'],
    ['zapier i', 'Zapier integration'],
    ['ｚａｐ', 'Zapier'],
    ['straß', 'Straße'],
    ['東', '東京'],
    ['100%', '100% sure'],
    ['a_', 'a_b'],
  ])('%s finds %s', (typed, name) => {
    expect(finds(typed, { name })).toBe(true);
  });

  it.each([
    ['apier', 'Zapier'],
    ['zapiers', 'Zapier'],
    ['%', 'Zapier'],
    ['z_pier', 'Zapier'],
    ['z%', 'Zapier'],
  ])('%s does not find %s: nothing typed is a wildcard', (typed, name) => {
    expect(finds(typed, { name })).toBe(false);
  });

  it('finds keys by their own beginning, in which capitals count', () => {
    const start = 'kunci_Ab3d';
    expect(['k', 'kunci_', 'kunci_Ab', start].map((typed) => finds(typed, { start }))).toEqual(
      Array(4).fill(true),
    );
    expect(['kunci_ab', 'unci', `${start}x`].map((typed) => finds(typed, { start }))).toEqual(
      Array(3).fill(false),
    );
  });

  it('finds no key without a name by name, and none without a start by start', () => {
    expect(finds('zap', {})).toBe(false);
  });

  it('folds a name once and for all', () => {
    fc.assert(
      fc.property(text, (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
      }),
      { numRuns: 1_000 },
    );
  });
});
