import { daysOf, oddBeginning, stepTexts } from './usage-steps';

/** So many hours, from this one on where the reader is, each with one good request. */
const hoursFrom = (year: number, month: number, date: number, count: number) =>
  Array.from({ length: count }, (_, hour) => ({
    at: new Date(new Date(year, month, date).getTime() + hour * 3_600_000).toISOString(),
    valid: 1,
    refused: {},
  }));

describe('hours added up to days', () => {
  it('have each day once, from its first hour on, with all that came in on it', () => {
    const days = daysOf(hoursFrom(2026, 5, 9, 49));

    expect(days.map(({ at, valid }) => [new Date(at).toDateString(), valid])).toEqual([
      ['Tue Jun 09 2026', 24],
      ['Wed Jun 10 2026', 24],
      ['Thu Jun 11 2026', 1],
    ]);
    expect(days[1]?.at).toBe(new Date(2026, 5, 10).toISOString());
  });

  it('have the refused by their reasons', () => {
    const [at] = hoursFrom(2026, 5, 9, 1).map((hour) => hour.at);
    const reasons: Record<string, number>[] = [{ EXPIRED: 2 }, { EXPIRED: 1, REVOKED: 4 }];
    const points = reasons.map((refused) => ({
      at: at ?? '',
      valid: 0,
      refused,
    }));

    expect(daysOf(points)).toEqual([{ at, valid: 0, refused: { EXPIRED: 3, REVOKED: 4 } }]);
  });
});

describe('a step of time', () => {
  it('is the hour within a day, and the day within weeks', () => {
    const points = hoursFrom(2026, 2, 10, 1);

    expect(stepTexts(points, '24h', 'id')).toEqual(['00.00']);
    expect(stepTexts(points, '7d', 'id')).toEqual(['10 Mar']);
  });

  it('is told from another one that the clock shows alike', () => {
    const [point] = hoursFrom(2026, 2, 10, 1);
    const twice = point === undefined ? [] : [point, point];

    for (const text of stepTexts(twice, '24h', 'en')) expect(text).toMatch(/^00:00 \S+/);
  });

  it('is a day that begins at midnight, where hours do', () => {
    const whole = hoursFrom(2026, 2, 10, 3);
    const half = whole.map((hour) => ({
      ...hour,
      at: new Date(Date.parse(hour.at) + 1_800_000).toISOString(),
    }));

    expect(oddBeginning(whole, '7d')).toBeNull();
    expect(oddBeginning(half, '24h')).toBeNull();
    expect(oddBeginning(half, '7d')?.getMinutes()).toBe(30);
  });
});
