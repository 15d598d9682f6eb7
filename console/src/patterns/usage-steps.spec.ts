import { daysOf, oddBeginning, stepTexts } from './usage-steps';

const timeZone = 'Asia/Jakarta';

/** So many hours, from this day on in Jakarta, each with one good request. */
const hoursFrom = (year: number, month: number, date: number, count: number) =>
  Array.from({ length: count }, (_, hour) => ({
    at: new Date(Date.UTC(year, month, date, hour - 7)).toISOString(),
    valid: 1,
    refused: {},
  }));

describe('hours added up to days', () => {
  it('have each day once, from its first hour on, with all that came in on it', () => {
    const days = daysOf(hoursFrom(2026, 5, 9, 49), timeZone);

    expect(days.map(({ at, valid }) => [at, valid])).toEqual([
      ['2026-06-08T17:00:00.000Z', 24],
      ['2026-06-09T17:00:00.000Z', 24],
      ['2026-06-10T17:00:00.000Z', 1],
    ]);
  });

  it('have the refused by their reasons', () => {
    const [at] = hoursFrom(2026, 5, 9, 1).map((hour) => hour.at);
    const reasons: Record<string, number>[] = [{ EXPIRED: 2 }, { EXPIRED: 1, REVOKED: 4 }];
    const points = reasons.map((refused) => ({
      at: at ?? '',
      valid: 0,
      refused,
    }));

    expect(daysOf(points, timeZone)).toEqual([{ at, valid: 0, refused: { EXPIRED: 3, REVOKED: 4 } }]);
  });
});

describe('a step of time', () => {
  it('is the hour within a day, and the day within weeks', () => {
    const points = hoursFrom(2026, 2, 10, 1);

    // By the clock of the reader, wherever this runs.
    expect(stepTexts(points, '24h', { language: 'id', timeZone })[0]).toMatch(/^\d\d\.00$/);
    expect(stepTexts(points, '7d', { language: 'id', timeZone })).toEqual(['10 Mar']);
  });

  it('is told from another one that the clock shows alike', () => {
    const [point] = hoursFrom(2026, 2, 10, 1);
    const twice = point === undefined ? [] : [point, point];

    for (const text of stepTexts(twice, '24h', { language: 'en', timeZone }))
      expect(text).toMatch(/^\d\d:00 \S+/);
  });

  it('is a day that begins at midnight, where hours do', () => {
    const whole = hoursFrom(2026, 2, 10, 3);
    const half = whole.map((hour) => ({
      ...hour,
      at: new Date(Date.parse(hour.at) + 1_800_000).toISOString(),
    }));

    expect(oddBeginning(whole, '7d', timeZone)).toBeNull();
    expect(oddBeginning(half, '24h', timeZone)).toBeNull();
    expect(oddBeginning(half, '7d', timeZone)?.toISOString()).toBe(half[0]?.at);
  });
});
