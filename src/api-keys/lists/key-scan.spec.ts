import fc from 'fast-check';
import { comparePlaces, type Place } from './key-place';
import { type Candidates, scan, type Scanned, type ScanOrder } from './key-scan';
import { type KeyStream } from './key-stream';
import { sortedStream } from './sorted-stream';

const idOf = (number: number): string => String(number).padStart(6, '0');

/** What an index would lead to, in any order and as often as it likes. */
function streamOf(ids: readonly string[]): KeyStream {
  const before = (after: Place | null): string[] => ids.filter((id) => after === null || id < after.id);
  const placed = (some: string[]): Place[] => some.map((id) => ({ id, value: null }));
  return {
    next: (after, count) => Promise.resolve(placed(before(after).sort().reverse().slice(0, count))),
    some: (after, count) => Promise.resolve(before(after).slice(0, count)),
  };
}

interface Row {
  readonly id: string;
}

const newestFirst: ScanOrder = {
  compare: (one, other) => comparePlaces(one, other, true),
  byId: true,
  placesOf: (ids) => Promise.resolve(ids.map((id) => ({ id, value: null }))),
};

/** Reads all pages of a list to which these keys belong. */
async function pagesOf(
  candidates: Candidates,
  belonging: ReadonlySet<string>,
  limit: number,
  order = newestFirst,
) {
  const [listed, looked] = [[] as string[], [] as number[]];
  const page = { stops: 0 };
  let after: Place | null = null;
  for (;;) {
    let lookedAt = 0;
    const read = (ids: readonly string[]): Promise<Row[]> => {
      lookedAt += ids.length;
      return Promise.resolve(ids.filter((id) => belonging.has(id)).map((id) => ({ id })));
    };
    const found: Scanned<Row> = await scan(candidates, order, read, { after, wanted: limit + 1 });
    looked.push(lookedAt);
    const shown = found.listed.slice(0, limit);
    listed.push(...shown.map(({ row }) => row.id));
    if (found.stoppedAt !== null) page.stops += 1;
    after = found.stoppedAt ?? (found.listed.length > limit ? (shown.at(-1)?.place ?? null) : null);
    if (after === null) return { listed, looked, stops: page.stops };
  }
}

/** The order of these places by their values, and an index of them. */
function orderOf(all: readonly Place[], falling: boolean): ScanOrder & { readonly walk: KeyStream } {
  const compare = (one: Place, other: Place): number => comparePlaces(one, other, falling);
  const walk = sortedStream((range, count) => {
    const isIn = (place: Place): boolean => {
      switch (range.of) {
        case 'tied':
          return place.value === range.value && compare(place, range) > 0;
        case 'beyond':
          return (
            place.value !== null &&
            (range.value === null || (falling ? place.value < range.value : place.value > range.value))
          );
        case 'without':
          return (
            place.value === null && (range.id === null || compare(place, { id: range.id, value: null }) > 0)
          );
      }
    };
    return Promise.resolve(all.filter(isIn).sort(compare).slice(0, count));
  });
  const places = new Map(all.map((place) => [place.id, place]));
  return {
    ...{ compare, walk, byId: false },
    placesOf: (ids) => Promise.resolve(ids.flatMap((id) => places.get(id) ?? [])),
  };
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

  it('finds each key once in the order of a value, with equal values, and those without one last', async () => {
    const value = fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 5 }));
    const places = fc
      .array(value, { maxLength: 200 })
      .map((all) => all.map((one, at): Place => ({ id: idOf(at), value: one })));
    await fc.assert(
      fc.asyncProperty(
        places,
        fc.boolean(),
        fc.boolean(),
        fc.integer({ min: 1, max: 30 }),
        async (all, falling, usual, limit) => {
          const order = orderOf(all, falling);
          const expected = all.toSorted(order.compare).map(({ id }) => id);
          const belonging = new Set(expected.filter((_, at) => at % 3 > 0));
          const walk = [order.walk];
          for (const narrow of [[], [[streamOf(expected.toReversed())]]]) {
            const { listed } = await pagesOf({ walk, narrow, usual }, belonging, limit, order);
            expect(listed).toEqual(expected.filter((id) => belonging.has(id)));
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
