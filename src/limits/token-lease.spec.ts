import fc from 'fast-check';
import {
  available,
  covers,
  exhaustedCounters,
  type TokenLease,
  planRefill,
  spend,
  shareOfQuota,
  shareOfWindow,
} from './token-lease';

const stock = fc.record({ held: fc.nat(200), left: fc.nat(2_000) });
const stocks = fc.array(stock, { minLength: 1, maxLength: 9 });
const costs = fc.array(fc.nat(60), { minLength: 1, maxLength: 30 });
const aLease = (held: number, left: number): TokenLease => ({
  since: 0,
  endsAt: 60_000,
  resetsAt: null,
  held,
  left,
});
const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0);

describe('What is held', () => {
  it('covers a use when every counter has enough, until the first of them ends', () => {
    const leases = [aLease(3, 0), { ...aLease(5, 0), endsAt: 30_000 }];
    expect([covers(leases, 3, 0), covers(leases, 4, 0)]).toEqual([true, false]);
    expect([covers(leases, 1, 29_999), covers(leases, 1, 30_000)]).toEqual([true, false]);
  });

  it('is spent from every counter alike', () => {
    const leases = [aLease(3, 7), aLease(5, 0)];
    spend(leases, 2);
    expect(leases.map(({ held, left }) => [held, left])).toEqual([
      [1, 7],
      [3, 0],
    ]);
  });
});

describe('A use is refused', () => {
  it('by the counters that have less than it costs, here and in the database together', () => {
    expect(exhaustedCounters([aLease(1, 1), aLease(0, 3), aLease(2, 0)], 3)).toEqual([0, 2]);
  });

  it('by none when it only looks', () => {
    expect(exhaustedCounters([aLease(1, 0), aLease(0, 0)], 0)).toEqual([]);
  });
});

describe('A refill', () => {
  it.each([
    ['one of many', [{ held: 0, left: 100 }], [1], [5]],
    ['one of a few', [{ held: 0, left: 19 }], [1], [1]],
    ['the last one, for fifty', [{ held: 0, left: 1 }], Array.from({ length: 50 }, () => 1), [1]],
    ['more than its share, when so much is needed', [{ held: 0, left: 100 }], [30, 30], [60]],
    ['what is missing besides what is held', [{ held: 2, left: 10 }], [5], [3]],
    ['nothing for what is too dear, and all for what comes after', [{ held: 0, left: 10 }], [11, 3], [3]],
    [
      'nothing where enough is held',
      [
        { held: 0, left: 100 },
        { held: 900, left: 1_000 },
      ],
      [1],
      [5, 0],
    ],
    [
      'its share by the way, where little is held',
      [
        { held: 0, left: 100 },
        { held: 2, left: 1_000 },
      ],
      [1],
      [5, 49],
    ],
  ])('is of %s', (_what, found, wanted, amounts) => {
    expect(planRefill(found, wanted, windows(found))).toEqual(amounts);
  });

  it('is at most 1 % ahead of a quota, which a killed process loses for good', () => {
    expect(planRefill([{ held: 0, left: 10_000 }], [1], [shareOfQuota])).toEqual([100]);
    expect(planRefill([{ held: 0, left: 99 }], [1], [shareOfQuota])).toEqual([1]);
  });

  it('is none when nothing could be counted with it', () => {
    fc.assert(
      fc.property(stocks, costs, (found, wanted) => {
        const least = Math.min(...found.map(available));
        const some = wanted.some((cost) => cost > 0 && cost <= least);
        expect(planRefill(found, wanted, windows(found)) !== null).toBe(some);
      }),
    );
  });

  it('never takes more than is left, nor more ahead than 5 % of it', () => {
    fc.assert(
      fc.property(stocks, costs, (found, wanted) => {
        const amounts = planRefill(found, wanted, windows(found)) ?? found.map(() => 0);
        const needed = neededBy(found, wanted);
        for (const [at, { held, left }] of found.entries()) {
          const amount = amounts[at] ?? 0;
          expect(amount).toBeLessThanOrEqual(left);
          if (amount > 0) expect(held + amount - needed).toBeLessThanOrEqual(Math.floor(left * 0.05));
        }
      }),
    );
  });

  it('counts the uses one by one would have counted, and refuses the others for good', () => {
    fc.assert(
      fc.property(stocks, costs, (found, wanted) => {
        const amounts = planRefill(found, wanted, windows(found)) ?? found.map(() => 0);
        const leases = found.map(({ held, left }, at) => {
          const amount = amounts[at] ?? 0;
          return aLease(held + amount, left - amount);
        });
        const counted = wanted.filter((cost) => cost > 0 && isCounted(leases, cost));
        expect(sum(counted)).toBe(neededBy(found, wanted));
      }),
    );
  });
});

/** Every counter a window. */
function windows(found: readonly unknown[]): number[] {
  return found.map(() => shareOfWindow);
}

function isCounted(leases: readonly TokenLease[], cost: number): boolean {
  if (!covers(leases, cost, 0)) {
    expect(exhaustedCounters(leases, cost)).not.toEqual([]);
    return false;
  }
  spend(leases, cost);
  return true;
}

function neededBy(found: readonly { held: number; left: number }[], wanted: readonly number[]): number {
  const least = Math.min(...found.map(available));
  return wanted.reduce((needed, cost) => (needed + cost <= least ? needed + cost : needed), 0);
}
