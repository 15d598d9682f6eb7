import fc from 'fast-check';
import { dayMs } from '../platform';
import { momentsOf } from '../platform/time-zones';
import { chooseExpiry, effectiveExpiry, type ExpiryChoice, latestExpiry } from './expiry';

const issuedAt = fc.date({
  min: new Date('2026-01-01T00:00:00Z'),
  max: new Date('2030-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const stored = fc.option(
  fc.date({
    min: new Date('2026-01-01T00:00:00Z'),
    max: new Date('2040-01-01T00:00:00Z'),
    noInvalidDate: true,
  }),
);
const maximum = fc.option(fc.integer({ min: 1, max: 3650 }));

/** The specification: the earliest of the ends there are; a day has 24 hours. */
function modelOf(issued: Date, storedAt: Date | null, maxDays: number | null, seenBy: Date | null): number {
  const endByPolicy = maxDays === null ? Infinity : issued.getTime() + maxDays * 24 * 60 * 60 * 1000;
  return Math.min(storedAt?.getTime() ?? Infinity, endByPolicy, seenBy?.getTime() ?? Infinity);
}

const msOf = (end: Date | null): number => end?.getTime() ?? Infinity;

describe('when a secret stops working', () => {
  it('is the earliest of what is stored, its own issue time plus the maximum, and the end of one that nobody uses', () => {
    fc.assert(
      fc.property(issuedAt, stored, maximum, stored, (issued, expiresAt, maxDays, seenBy) => {
        const end = effectiveExpiry({ issuedAt: issued, expiresAt, seenBy }, maxDays);
        expect(msOf(end)).toBe(modelOf(issued, expiresAt, maxDays, seenBy));
      }),
    );
  });

  it('comes no later when the maximum is lowered, and no earlier when it is raised', () => {
    fc.assert(
      fc.property(issuedAt, stored, maximum, maximum, (issued, expiresAt, one, other) => {
        const [lower, higher] = [one, other].toSorted((a, b) => (a ?? Infinity) - (b ?? Infinity));
        const endAt = (maxDays: number | null | undefined): number =>
          msOf(effectiveExpiry({ issuedAt: issued, expiresAt, seenBy: null }, maxDays ?? null));
        expect(endAt(lower)).toBeLessThanOrEqual(endAt(higher));
      }),
    );
  });

  it('is never later than what is stored, however the maximum was lowered and raised again', () => {
    fc.assert(
      fc.property(issuedAt, stored, fc.array(maximum), (issued, expiresAt, history) => {
        const life = { issuedAt: issued, expiresAt, seenBy: null };
        for (const maxDays of history) {
          expect(msOf(effectiveExpiry(life, maxDays))).toBeLessThanOrEqual(msOf(expiresAt));
        }
        expect(effectiveExpiry(life, null)).toEqual(expiresAt);
        expect(life).toEqual({ issuedAt: issued, expiresAt, seenBy: null });
      }),
    );
  });

  it('is counted in days of 24 hours, not by the calendar of a country that changes its clocks', () => {
    const issued = new Date('2026-03-28T12:00:00Z');
    expect(effectiveExpiry({ issuedAt: issued, expiresAt: null, seenBy: null }, 2)).toEqual(
      new Date('2026-03-30T12:00:00Z'),
    );
  });
});

describe('asking for an expiry', () => {
  const now = new Date('2026-06-15T09:00:00.000Z');
  const latest = latestExpiry(now, 30);
  const tooFar = { ok: false, reason: 'beyond-the-maximum' };
  const past = { ok: false, reason: 'in-the-past' };
  const granted = (text: string) => ({ ok: true, expiresAt: new Date(text) });
  const choose = (text: string, from: Date, to: Date | null, timeZone = 'UTC'): ExpiryChoice =>
    chooseExpiry(momentsOf(text, timeZone), from, to);

  it('gives any moment from the next millisecond to the maximum, exactly', () => {
    const allowed = fc.date({ min: new Date(now.getTime() + 1), max: latest, noInvalidDate: true });
    fc.assert(
      fc.property(allowed, (moment) => {
        expect(choose(moment.toISOString(), now, latest)).toEqual({ ok: true, expiresAt: moment });
      }),
    );
  });

  it.each([
    ['now', '2026-06-15T09:00:00.000Z', past],
    ['a year ago', '2025-06-15T09:00:00Z', past],
    ['yesterday', '2026-06-14', past],
    ['the next millisecond', '2026-06-15T09:00:00.001Z', granted('2026-06-15T09:00:00.001Z')],
    ['today, to its end', '2026-06-15', granted('2026-06-15T23:59:59.999Z')],
    ['a day, to its end', '2026-07-01', granted('2026-07-01T23:59:59.999Z')],
    ['the day before a leap day', '2028-02-28', tooFar],
    ['the maximum', '2026-07-15T09:00:00.000Z', granted('2026-07-15T09:00:00.000Z')],
    ['a minute more, as clocks differ', '2026-07-15T09:01:00.000Z', granted('2026-07-15T09:00:00.000Z')],
    ['more than a minute more', '2026-07-15T09:01:00.001Z', tooFar],
    ['the day on which the maximum ends', '2026-07-15', granted('2026-07-15T09:00:00.000Z')],
    ['the day after it', '2026-07-16', tooFar],
    ['a moment of that day beyond the maximum', '2026-07-15T23:59:59.999Z', tooFar],
  ])('for %s', (_what, asked, answer) => {
    expect(choose(asked, now, latest)).toEqual(answer);
  });

  it('for a day that only begins when the maximum ends is too much', () => {
    const midnight = new Date('2026-07-15T00:00:00.000Z');
    expect(choose('2026-07-15', now, midnight)).toEqual(tooFar);
    expect(choose('2026-07-15', now, new Date(midnight.getTime() + 1))).toEqual(
      granted('2026-07-15T00:00:00.001Z'),
    );
  });

  it.each([
    ['Asia/Jakarta', '2026-07-01', granted('2026-07-01T16:59:59.999Z')],
    ['America/Los_Angeles', '2026-07-01', granted('2026-07-02T06:59:59.999Z')],
    ['America/Los_Angeles', '2026-06-14', past],
    ['Pacific/Kiritimati', '2026-06-15', granted('2026-06-15T09:59:59.999Z')],
    ['Pacific/Apia', '2026-07-16', tooFar],
    ['Pacific/Apia', '2026-07-15', granted('2026-07-15T09:00:00.000Z')],
  ])('for a day in %s, %s', (timeZone, day, answer) => {
    expect(choose(day, now, latest, timeZone)).toEqual(answer);
  });

  it('has no end where the policy has none', () => {
    expect(choose('2099-12-31', now, null)).toEqual(granted('2099-12-31T23:59:59.999Z'));
    expect(choose('2026-06-15T08:59:59Z', now, null)).toEqual(past);
  });

  it('never gets more than the maximum, and a refusal only for a minute too much', () => {
    const asked = fc.date({ min: now, max: new Date(now.getTime() + 60 * dayMs), noInvalidDate: true });
    const days = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(asked, days, fc.boolean(), (moment, maxDays, bareDate) => {
        const text = moment.toISOString().slice(0, bareDate ? 10 : undefined);
        const end = now.getTime() + maxDays * dayMs;
        const choice = choose(text, now, new Date(end));
        const excess = Date.parse(text) - end;

        if (choice.ok) expect(choice.expiresAt.getTime()).toBeLessThanOrEqual(end);
        if (moment > now) expect(choice.ok).toBe(bareDate ? excess < 0 : excess <= 60_000);
      }),
    );
  });
});
