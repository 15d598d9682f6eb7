import fc from 'fast-check';
import { type Candidates, scan, type Scanned } from './key-scan';
import { type KeyStream } from './key-stream';

const idOf = (number: number): string => String(number).padStart(6, '0');

/** What an index would lead to, in any order and as often as it likes. */
function streamOf(ids: readonly string[]): KeyStream {
  const before = (after: string | null): string[] => ids.filter((id) => after === null || id < after);
  return {
    newest: (after, count) => Promise.resolve(before(after).sort().reverse().slice(0, count)),
    some: (after, count) => Promise.resolve(before(after).slice(0, count)),
  };
}

/** Reads all pages of a list to which these keys belong. */
async function pagesOf(candidates: Candidates, belonging: ReadonlySet<string>, limit: number) {
  const [listed, looked] = [[] as string[], [] as number[]];
  const page = { stops: 0 };
  let after: string | null = null;
  for (;;) {
    let lookedAt = 0;
    const read = (ids: readonly string[]): Promise<string[]> => {
      lookedAt += ids.length;
      return Promise.resolve(ids.filter((id) => belonging.has(id)));
    };
    const found: Scanned<string> = await scan(candidates, read, { after, wanted: limit + 1 });
    looked.push(lookedAt);
    const shown = found.rows.slice(0, limit);
    listed.push(...shown);
    if (found.stoppedAt !== null) page.stops += 1;
    after = found.stoppedAt ?? (found.rows.length > limit ? (shown.at(-1) ?? null) : null);
    if (after === null) return { listed, looked, stops: page.stops };
  }
}

const ids = fc.uniqueArray(fc.nat({ max: 3_000 }), { maxLength: 300 }).map((numbers) => numbers.map(idOf));

describe('reading a list', () => {
  it('finds each key that belongs to it once, newest first, whatever the indexes lead to', async () => {
    await fc.assert(
      fc.asyncProperty(
        ids,
        ids,
        ids,
        fc.boolean(),
        fc.integer({ min: 1, max: 30 }),
        async (belonging, others, more, usual, limit) => {
          const half = Math.floor(belonging.length / 2);
          const twice = [...belonging.slice(half), ...others, ...belonging.slice(half), ...others];
          const narrow = [
            [streamOf(belonging.slice(0, half)), streamOf(twice)],
            [streamOf([...more, ...belonging])],
          ];
          const walk = [
            streamOf(belonging.slice(half)),
            streamOf([...others, ...more, ...belonging.slice(0, half)]),
          ];
          for (const by of [narrow, narrow.slice(1), []]) {
            const { listed } = await pagesOf({ walk, narrow: by, usual }, new Set(belonging), limit);
            expect(listed).toEqual(belonging.toSorted().reverse());
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  const company = Array.from({ length: 25_000 }, (_, at) => idOf(at));

  it.each([true, false])(
    'stops after 10,000 keys, and goes on where it stopped (usual: %s)',
    async (usual) => {
      const oldest = new Set(company.slice(0, 30));
      const all = { walk: [streamOf(company)], narrow: [[streamOf(company)]], usual };

      const { listed, looked, stops } = await pagesOf(all, oldest, 20);

      expect(listed).toEqual([...oldest].reverse());
      expect(stops).toBe(2);
      expect(Math.max(...looked)).toBe(10_000);
    },
  );

  it('looks at few keys where an index leads to few, or where most belong', async () => {
    const walk = [streamOf(company)];
    const oldest = company.slice(0, 30);

    const rare = await pagesOf(
      { walk, narrow: [[streamOf(company)], [streamOf(oldest)]], usual: false },
      new Set(oldest),
      20,
    );
    const usual = await pagesOf({ walk, narrow: [], usual: true }, new Set(company.slice(24_900)), 20);

    expect([rare.listed.length, rare.stops]).toEqual([30, 0]);
    expect(Math.max(...rare.looked)).toBeLessThanOrEqual(30);
    expect(usual.looked[0]).toBe(21);
  });
});
