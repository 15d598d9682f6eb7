import fc from 'fast-check';
import { type LookupResult, LabelledCache } from '.';

const hour = 3_600_000;

function aCache(size: { maxPositive?: number; maxNegative?: number } = {}): LabelledCache<string> {
  return new LabelledCache({ maxPositive: 100, maxNegative: 100, ...size });
}

const found = (value: string, differing: Partial<LookupResult<string>> = {}): LookupResult<string> => ({
  ...{ value, labels: [`of ${value}`, 'company'], positive: true, untilMs: hour },
  ...differing,
});

/** A lookup that ends when the test says so, and how often it was begun. */
function aSlowLookup() {
  const endings: ((answer: LookupResult<string>) => void)[] = [];
  const look = jest.fn(() => new Promise<LookupResult<string>>((resolve) => endings.push(resolve)));
  const end = async (answer: LookupResult<string>): Promise<void> => {
    // The lookup begins a turn after it was asked for.
    await Promise.resolve();
    endings.shift()?.(answer);
  };
  return { look, end };
}

describe('a cache', () => {
  it('keeps a result until its time is over', async () => {
    const cache = aCache();
    expect(cache.peek('a', 0)).toBeNull();
    await cache.lookUp('a', () => Promise.resolve(found('A')));
    expect(cache.peek('a', hour - 1)?.value).toBe('A');
    expect(cache.peek('a', hour)).toBeNull();
  });

  it('makes concurrent misses of one entry share one lookup', async () => {
    const cache = aCache();
    const { look, end } = aSlowLookup();
    const asking = Array.from({ length: 50 }, () => cache.lookUp('a', look));
    await end(found('A'));
    expect((await Promise.all(asking)).map(({ value }) => value)).toEqual(Array<string>(50).fill('A'));
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('keeps nothing of a failed lookup, and fails everyone who waited', async () => {
    const cache = aCache();
    const failing = () => cache.lookUp('a', () => Promise.reject(new Error('away')));
    const outcomes = await Promise.allSettled([failing(), failing()]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect((await cache.lookUp('a', () => Promise.resolve(found('A')))).value).toBe('A');
  });

  it('evicts what depends on a label, and marks the entry that a caller still holds', async () => {
    const cache = aCache();
    const held = await cache.lookUp('a', () => Promise.resolve(found('A')));
    await cache.lookUp('b', () => Promise.resolve(found('B')));
    cache.evict('of A');
    expect([cache.peek('a', 0), held.isCurrent, cache.peek('b', 0)?.value]).toEqual([null, false, 'B']);
    cache.evict('company');
    expect(cache.peek('b', 0)).toBeNull();
  });

  it.each([
    ['dropped', (cache: LabelledCache<string>) => cache.evict('company')],
    ['cleared away', (cache: LabelledCache<string>) => cache.clear()],
  ])('looks again for what was %s while it was looked up', async (_how, change) => {
    const cache = aCache();
    const { look, end } = aSlowLookup();
    const asking = cache.lookUp('a', look);
    await Promise.resolve();
    change(cache);
    const joining = cache.lookUp('a', look);
    await end(found('old'));
    await new Promise(setImmediate);
    await end(found('new'));

    expect((await asking).value).toBe('new');
    expect((await joining).value).toBe('new');
    expect(cache.peek('a', 0)?.value).toBe('new');
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('keeps a result when something else changed during its lookup', async () => {
    const cache = aCache();
    const { look, end } = aSlowLookup();
    const asking = cache.lookUp('a', look);
    await Promise.resolve();
    cache.evict('another company');
    await end(found('A'));
    expect((await asking).value).toBe('A');
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('does not let negative entries push out positive ones', async () => {
    const cache = aCache({ maxNegative: 10 });
    await cache.lookUp('good', () => Promise.resolve(found('G')));
    for (let at = 0; at < 1_000; at += 1)
      await cache.lookUp(`junk ${at}`, () => Promise.resolve(found('', { positive: false, labels: [] })));
    expect(cache.size).toEqual({ positive: 1, negative: 10 });
    expect(cache.peek('good', 0)?.value).toBe('G');
  });

  it('marks what it pushed out as not current: its holder is no longer told of changes', async () => {
    const cache = aCache({ maxPositive: 1 });
    const first = await cache.lookUp('a', () => Promise.resolve(found('A')));
    await cache.lookUp('b', () => Promise.resolve(found('B')));
    expect([first.isCurrent, cache.peek('a', 0)]).toEqual([false, null]);
  });

  it('never returns what was evicted, whatever happened before', async () => {
    const label = fc.constantFrom('x', 'y', 'z');
    const act = fc.oneof(
      fc.record({
        put: fc.constantFrom('a', 'b', 'c', 'd'),
        labels: fc.uniqueArray(label),
        good: fc.boolean(),
      }),
      fc.record({ drop: label }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
        const cache = aCache({ maxPositive: 2, maxNegative: 2 });
        const labelsOf = new Map<string, readonly string[]>();
        for (const one of acts) {
          if ('put' in one) {
            await cache.lookUp(one.put, () =>
              Promise.resolve(found('v', { labels: one.labels, positive: one.good })),
            );
            labelsOf.set(one.put, one.labels);
            expect(cache.peek(one.put, 0)).not.toBeNull();
          } else {
            cache.evict(one.drop);
            for (const [name, labels] of labelsOf)
              if (labels.includes(one.drop)) expect(cache.peek(name, 0)).toBeNull();
          }
        }
      }),
    );
  });
});
