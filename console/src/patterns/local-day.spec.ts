import { dayOf, daysAfter, firstHourOf, isDay } from './local-day';

const zones = ['UTC', 'Asia/Jakarta', 'Asia/Kathmandu', 'America/Los_Angeles', 'Pacific/Kiritimati'];
/** Every day from 2024 to 2027, one of them a leap year. */
const days = Array.from({ length: 4 * 365 + 1 }, (_, count) => daysAfter('2024-01-01', count));

describe('a day in a time zone', () => {
  it.each([
    ['2026-12-25T16:59:59.999Z', 'Asia/Jakarta', '2026-12-25'],
    ['2026-12-25T17:00:00.000Z', 'Asia/Jakarta', '2026-12-26'],
    ['2026-12-25T16:59:59.999Z', 'America/Los_Angeles', '2026-12-25'],
    ['2026-12-25T07:59:59.999Z', 'America/Los_Angeles', '2026-12-24'],
    ['2026-12-25T10:00:00.000Z', 'Pacific/Kiritimati', '2026-12-26'],
    ['9999-12-31T23:59:59.999Z', 'UTC', '9999-12-31'],
  ])('%s in %s is on %s', (at, timeZone, day) => {
    expect(dayOf(new Date(at), timeZone)).toBe(day);
  });

  it.each(zones)('begins in %s with its first hour, and not an hour earlier', (timeZone) => {
    const odd = days.filter((day) => {
      const first = firstHourOf(day, timeZone);
      const before = new Date(first.getTime() - 3_600_000);
      return dayOf(first, timeZone) !== day || dayOf(before, timeZone) !== daysAfter(day, -1);
    });

    expect(days.at(-1)).toBe('2027-12-31');
    expect(odd).toEqual([]);
  });

  it('begins with the hour after midnight where hours of UTC are half past', () => {
    expect(firstHourOf('2026-12-25', 'Asia/Kolkata').toISOString()).toBe('2026-12-24T19:00:00.000Z');
  });

  it.each([
    ['2026-12-25', 1, '2026-12-26'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-10', -29, '2026-02-09'],
  ])('%s and %d days is %s', (day, count, other) => {
    expect(daysAfter(day, count)).toBe(other);
    expect(isDay(day)).toBe(true);
  });

  it.each(['', 'yesterday', '2026-2-3', '2026-02-31', '2026-13-01', '2026-00-10', '12026-01-01'])(
    'is not %j',
    (text) => expect(isDay(text)).toBe(false),
  );
});
