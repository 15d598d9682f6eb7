import fc from 'fast-check';
import { foldName, startsWithin } from './key-search';

/** Whether a database that compares text byte by byte, as ours do, finds a secret with this start. */
function finds(typed: string, start: string): boolean {
  const [, bounds] = startsWithin(typed);
  return bytewise(start, String(bounds['start'])) >= 0 && bytewise(start, String(bounds['startEnd'])) < 0;
}

function bytewise(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

/** Anything that a name can hold; U+10FFFF will never be a character. */
const text = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .map((any) => any.toWellFormed().replaceAll('\u{10ffff}', 'z'));

describe('searching for keys by how they begin', () => {
  it('finds exactly the texts that begin with what was typed', () => {
    fc.assert(
      fc.property(text, text, (typed, rest) => {
        for (const start of [typed, rest, typed + rest, rest + typed])
          expect(finds(typed, start)).toBe(start.startsWith(typed));
      }),
      { numRuns: 1_000 },
    );
  });

  it('counts capitals', () => {
    const start = 'kunci_Ab3d';
    expect(['k', 'kunci_', 'kunci_Ab', start].map((typed) => finds(typed, start))).toEqual(
      Array(4).fill(true),
    );
    expect(['kunci_ab', 'unci', `${start}x`].map((typed) => finds(typed, start))).toEqual(
      Array(3).fill(false),
    );
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
