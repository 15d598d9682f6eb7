import fc from 'fast-check';
import { count } from './key-count';
import { type Place } from './key-place';
import { type KeyStream } from './key-stream';

const idOf = (number: number): string => String(number).padStart(6, '0');

function streamOf(ids: readonly string[]): KeyStream {
  const some = (_: Place | null, count: number): Promise<string[]> => Promise.resolve(ids.slice(0, count));
  const next = async (after: Place | null, count: number): Promise<Place[]> =>
    (await some(after, count)).map((id) => ({ id, value: null }));
  return { next, some };
}

const ids = fc.uniqueArray(fc.nat({ max: 3_000 }), { maxLength: 300 }).map((numbers) => numbers.map(idOf));
const company = Array.from({ length: 25_000 }, (_, at) => idOf(at));

/** Reads as a list does to which these keys belong, and notes how many it looked at. */
function reading(belonging: ReadonlySet<string>) {
  const looked = { at: 0 };
  const read = (some: readonly string[]): Promise<string[]> => {
    looked.at += some.length;
    return Promise.resolve(some.filter((id) => belonging.has(id)));
  };
  return { read, looked };
}

describe('counting a list', () => {
  it('counts each key once, whatever the indexes lead to', async () => {
    await fc.assert(
      fc.asyncProperty(ids, ids, fc.boolean(), async (belonging, others, usual) => {
        const streams = [streamOf([...belonging, ...others]), streamOf(belonging)];
        const { read } = reading(new Set(belonging));
        for (const narrow of [[], [streams]])
          expect(await count({ walk: streams, narrow, usual }, read)).toEqual({
            total: belonging.length,
            isExact: true,
          });
      }),
    );
  });

  it.each([true, false])('counts by whichever index leads to few (usual: %s)', async (usual) => {
    const few = company.slice(0, 30);
    const { read, looked } = reading(new Set(few));
    const narrow = [[streamOf(company)], [streamOf(few)]];

    expect(await count({ walk: [streamOf(company)], narrow, usual }, read)).toEqual({
      total: 30,
      isExact: true,
    });
    expect(looked.at).toBe(30);
  });

  it.each([true, false])('stops after 10,000 keys and says so (usual: %s)', async (usual) => {
    const { read, looked } = reading(new Set(company));
    const candidates = { walk: [streamOf(company)], narrow: [[streamOf(company)]], usual };

    expect(await count(candidates, read)).toEqual({ total: 10_000, isExact: false });
    expect(looked.at).toBe(10_000);
  });
});
