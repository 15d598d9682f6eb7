import fc from 'fast-check';
import { dayMs, hourMs } from '../clock';
import { endOfDay, startOfDay } from './local-day';

const zones = Intl.supportedValuesOf('timeZone');

/** What the calendar on the wall of a zone shows, by the words of Intl itself. */
function calendarOf(timeZone: string): (atMs: number) => string {
  // Swedish writes days as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  return (atMs) => format.format(atMs);
}

const dayAfter = (day: string, count = 1): string =>
  new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);

/** What is wrong with the bounds of a day, or nothing. It looks at some hours around, since clocks are set back by up to a few. */
function faultsOf(day: string, timeZone: string): string[] {
  const dayAt = calendarOf(timeZone);
  const [startMs, endMs] = [startOfDay(day, timeZone).getTime(), endOfDay(day, timeZone).getTime()];
  const hours = [0, 1, 2, 3].map((count) => count * hourMs);
  const right = [
    dayAt(startMs) >= day,
    hours.every((ms) => dayAt(startMs - 1 - ms) < day),
    dayAt(endMs) <= day,
    hours.every((ms) => dayAt(endMs + 1 + ms) > day),
  ];
  return right.every(Boolean) ? [] : [`${day} in ${timeZone}: ${right.join()}`];
}

/** The days around which the clocks of a zone were or will be moved, in these years. */
function movedDays(timeZone: string, from: number, to: number): string[] {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const aheadMs = (atMs: number): number => Date.parse(`${clock.format(atMs).replace(' ', 'T')}Z`) - atMs;
  const days: string[] = [];
  const look = (firstMs: number, lastMs: number): void => {
    if (aheadMs(firstMs) === aheadMs(lastMs)) return;
    const middleMs = firstMs + Math.floor((lastMs - firstMs) / dayMs / 2) * dayMs;
    if (middleMs === firstMs)
      days.push(
        ...[-1, 0, 1, 2].map((count) => dayAfter(new Date(firstMs).toISOString().slice(0, 10), count)),
      );
    else {
      look(firstMs, middleMs);
      look(middleMs, lastMs);
    }
  };
  for (let ms = Date.UTC(from, 0); ms < Date.UTC(to, 0); ms += 20 * dayMs) look(ms, ms + 20 * dayMs);
  return days;
}

describe('a day in a time zone', () => {
  it.each([
    ['UTC', '2026-12-25', '2026-12-25T00:00:00.000Z', '2026-12-25T23:59:59.999Z'],
    ['Asia/Jakarta', '2026-12-25', '2026-12-24T17:00:00.000Z', '2026-12-25T16:59:59.999Z'],
    ['Asia/Kathmandu', '2026-12-25', '2026-12-24T18:15:00.000Z', '2026-12-25T18:14:59.999Z'],
    // 23 hours, and 25.
    ['Europe/Berlin', '2027-03-28', '2027-03-27T23:00:00.000Z', '2027-03-28T21:59:59.999Z'],
    ['Europe/Berlin', '2027-10-31', '2027-10-30T22:00:00.000Z', '2027-10-31T22:59:59.999Z'],
    // Half an hour less.
    ['Australia/Lord_Howe', '2027-10-03', '2027-10-02T13:30:00.000Z', '2027-10-03T12:59:59.999Z'],
    // Midnight is left out: at 24:00 it is 01:00.
    ['Africa/Cairo', '2027-04-30', '2027-04-29T22:00:00.000Z', '2027-04-30T20:59:59.999Z'],
    ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z', '2018-11-05T01:59:59.999Z'],
    // The last hour comes twice: at 24:00 it is 23:00 again.
    ['America/Sao_Paulo', '2018-02-17', '2018-02-17T02:00:00.000Z', '2018-02-18T02:59:59.999Z'],
    // Midnight comes twice, for at 01:00 it is 00:00 again: the day before ended with the first.
    ['America/Havana', '2026-10-31', '2026-10-31T04:00:00.000Z', '2026-11-01T03:59:59.999Z'],
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z', '2026-11-02T04:59:59.999Z'],
    // Midnight comes twice, at 00:01 the clocks are set back: the day ends with the second.
    ['America/St_Johns', '2010-11-06', '2010-11-06T02:30:00.000Z', '2010-11-07T03:29:59.999Z'],
    ['America/St_Johns', '2010-11-07', '2010-11-07T02:30:00.000Z', '2010-11-08T03:29:59.999Z'],
    // Samoa had no 30 December 2011, and Kwajalein no 21 August 1993.
    ['Pacific/Apia', '2011-12-29', '2011-12-29T10:00:00.000Z', '2011-12-30T09:59:59.999Z'],
    ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z', '2011-12-30T09:59:59.999Z'],
    ['Pacific/Apia', '2011-12-31', '2011-12-30T10:00:00.000Z', '2011-12-31T09:59:59.999Z'],
    ['Pacific/Kwajalein', '1993-08-21', '1993-08-21T12:00:00.000Z', '1993-08-21T11:59:59.999Z'],
    // Clocks that differ by seconds, and a day that came twice.
    ['Africa/Monrovia', '1960-06-15', '1960-06-15T00:44:30.000Z', '1960-06-16T00:44:29.999Z'],
    ['America/Juneau', '1867-10-18', '1867-10-17T08:57:41.000Z', '1867-10-19T08:57:40.999Z'],
    // No answer spells a year with five digits.
    ['America/Los_Angeles', '9999-12-31', '9999-12-31T08:00:00.000Z', '9999-12-31T23:59:59.999Z'],
    ['Asia/Tokyo', '0000-01-01', '0000-01-01T00:00:00.000Z', '0000-01-01T14:41:00.999Z'],
  ])('in %s, %s is from %s to %s', (timeZone, day, start, end) => {
    expect(startOfDay(day, timeZone).toISOString()).toBe(start);
    expect(endOfDay(day, timeZone).toISOString()).toBe(end);
  });

  it('holds what the calendar there shows, on all days on which clocks are moved, in all zones', () => {
    const days = zones.flatMap((zone) => movedDays(zone, 2008, 2030).map((day) => [day, zone] as const));

    expect(days.length).toBeGreaterThan(5_000);
    expect(days.flatMap(([day, zone]) => faultsOf(day, zone))).toEqual([]);
  });

  it('holds what the calendar there shows, on any day, in any zone', () => {
    const days = fc.integer({ min: 0, max: 36_500 }).map((count) => dayAfter('1970-01-02', count));
    fc.assert(
      fc.property(days, fc.constantFrom(...zones), (day, zone) => {
        expect(faultsOf(day, zone)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('ends where the next begins, where clocks are not set back over midnight', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => dayAfter('2026-01-01', count));
    fc.assert(
      fc.property(days, fc.constantFrom(...zones), (day, zone) => {
        expect(startOfDay(dayAfter(day), zone).getTime()).toBe(endOfDay(day, zone).getTime() + 1);
      }),
      { numRuns: 500 },
    );
  });
});
