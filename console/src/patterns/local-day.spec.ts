import { dayOf, endOfDay, startOfDay } from './local-day';

/** Every day from 2024 to 2027, one of them a leap year. */
const days = Array.from({ length: 4 * 365 + 1 }, (_, at) => dayOf(new Date(2024, 0, 1 + at)));

describe('a day where the reader is', () => {
  it('is what its first and its last moment are in', () => {
    const odd = days.filter((day) => [startOfDay(day), endOfDay(day)].some((at) => at && dayOf(at) !== day));

    expect(days.at(-1)).toBe('2027-12-31');
    expect(odd).toEqual([]);
  });

  it('ends one millisecond before the next begins', () => {
    const odd = days.filter(
      (day) => startOfDay(day, 1)?.getTime() !== (endOfDay(day)?.getTime() ?? Number.NaN) + 1,
    );

    expect(odd).toEqual([]);
  });

  it.each([
    ['2026-12-25', 1, '2026-12-26'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-10', -29, '2026-02-09'],
  ])('%s and %d days is %s', (day, later, other) => {
    expect(startOfDay(day, later)).toEqual(startOfDay(other));
  });

  it.each(['', 'yesterday', '2026-2-3', '2026-02-31', '2026-13-01', '2026-00-10', '12026-01-01'])(
    'is not %j',
    (text) => {
      expect(startOfDay(text)).toBeNull();
      expect(endOfDay(text)).toBeNull();
    },
  );

  it('of the first century is not one of the last', () => {
    expect(startOfDay('0025-12-25')?.getFullYear()).toBe(25);
  });

  it('has an end that can be written down, also at the end of all years', () => {
    const end = endOfDay('9999-12-31');

    expect(end?.toISOString()).toMatch(/^9999-12-31T/);
  });
});
