import fc from 'fast-check';
import { dayMs, secondMs } from '../platform';
import { closed, nextRefill, periodStart, quotaLeft, secondsUntil, windowAsRead, windowEnd } from './periods';

const moment = fc.date({
  min: new Date('2020-01-01T00:00:00.000Z'),
  max: new Date('2039-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});
const refill = fc.constantFrom('day' as const, 'month' as const);
const limit = fc.record({
  name: fc.constant('window'),
  limit: fc.integer({ min: 1, max: 1_000_000_000 }),
  windowSeconds: fc.integer({ min: 1, max: 2_678_400 }),
});

describe('A refilled quota', () => {
  it('has one period for every moment, which ends where the next begins', () => {
    fc.assert(
      fc.property(moment, refill, (now, every) => {
        const next = nextRefill(now, every) ?? now;
        expect(periodStart(now, every) <= now && now < next).toBe(true);
        expect(periodStart(next, every)).toEqual(next);
        expect(periodStart(new Date(next.getTime() - 1), every)).toEqual(periodStart(now, every));
      }),
    );
  });

  it.each([
    ['day', '2028-02-28T23:59:59.999Z', '2028-02-28T00:00:00.000Z', '2028-02-29T00:00:00.000Z'],
    ['day', '2026-06-15T00:00:00.000Z', '2026-06-15T00:00:00.000Z', '2026-06-16T00:00:00.000Z'],
    ['month', '2026-12-31T23:59:59.999Z', '2026-12-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
    ['month', '2026-01-31T12:00:00.000Z', '2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'],
  ] as const)('by %s, at %s, counts from %s to %s in UTC', (every, now, start, next) => {
    expect(periodStart(new Date(now), every).toISOString()).toBe(start);
    expect(nextRefill(new Date(now), every)?.toISOString()).toBe(next);
  });

  it('forgets what was used in an earlier period, and nothing of this one', () => {
    fc.assert(
      fc.property(moment, refill, fc.nat(50), (now, every, used) => {
        const quota = { limit: 20, refill: every };
        const start = periodStart(now, every);
        const earlier = periodStart(new Date(start.getTime() - 1), every);
        expect(quotaLeft(quota, { since: start, used }, now).remaining).toBe(Math.max(0, 20 - used));
        expect(quotaLeft(quota, { since: earlier, used }, now).remaining).toBe(20);
        expect(quotaLeft(quota, null, now).remaining).toBe(20);
      }),
    );
  });
});

describe('A quota without a refill', () => {
  it('is one period without an end', () => {
    fc.assert(
      fc.property(moment, moment, (now, later) => {
        expect(periodStart(now, null)).toEqual(periodStart(later, null));
        expect(nextRefill(now, null)).toBeNull();
        const quota = { limit: 5, refill: null };
        expect(quotaLeft(quota, { since: periodStart(now, null), used: 5 }, later).remaining).toBe(0);
      }),
    );
  });
});

describe('A window', () => {
  it('begins with its first use, stays where it is, and ends after its length', () => {
    fc.assert(
      fc.property(moment, limit, fc.double({ min: 0, max: 1, noNaN: true }), (since, one, part) => {
        const end = windowEnd(since, one);
        const lengthMs = one.windowSeconds * secondMs;
        const now = new Date(since.getTime() + Math.floor(part * (lengthMs - 1)));
        expect(end.getTime() - since.getTime()).toBe(lengthMs);
        expect(windowAsRead(one, { since, used: 1 }, now)).toEqual({
          since: since.getTime(),
          endsAt: end.getTime(),
          resetsAt: end.toISOString(),
          held: 0,
          left: one.limit - 1,
        });
        expect(windowAsRead(one, { since, used: 1 }, end)).toEqual(closed(one.limit));
      }),
    );
  });

  it('never has less than nothing left, also where its limit was lowered', () => {
    fc.assert(
      fc.property(moment, limit, fc.nat(), (since, one, used) => {
        const { left } = windowAsRead(one, { since, used }, since);
        expect(left).toBe(Math.max(0, one.limit - used));
      }),
    );
  });
});

describe('secondsUntil', () => {
  it('is whole, at least one, and never too early', () => {
    fc.assert(
      fc.property(moment, fc.nat(dayMs), (now, ms) => {
        const then = new Date(now.getTime() + ms);
        const seconds = secondsUntil(then, now);
        expect(Number.isInteger(seconds) && seconds >= 1).toBe(true);
        expect(now.getTime() + seconds * secondMs).toBeGreaterThanOrEqual(then.getTime());
      }),
    );
  });
});
