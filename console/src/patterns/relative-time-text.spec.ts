import { exactTimeText, momentText, relativeTimeText, wasUsedLately } from './relative-time-text';

const inJakarta = (language: string) => ({ language, timeZone: 'Asia/Jakarta' });
const now = new Date('2026-03-10T12:00:00Z');

describe('a time in words', () => {
  it.each([
    ['2026-03-10T11:59:31Z', 'now', 'sekarang'],
    ['2026-03-10T11:59:00Z', '1 minute ago', '1 menit yang lalu'],
    ['2026-03-10T11:00:20Z', '1 hour ago', '1 jam yang lalu'],
    ['2026-03-10T10:00:01Z', '2 hours ago', '2 jam yang lalu'],
    ['2026-03-09T12:00:00Z', '24 hours ago', '24 jam yang lalu'],
    ['2026-03-08T12:00:00Z', '2 days ago', '2 hari yang lalu'],
    ['2026-02-20T00:30:00Z', '18 days ago', '18 hari yang lalu'],
    ['2026-02-08T12:00:00Z', '30 days ago', '30 hari yang lalu'],
    ['2026-02-06T12:00:00Z', 'Feb 6, 2026', '6 Feb 2026'],
    ['2024-03-01T12:00:00Z', 'Mar 1, 2024', '1 Mar 2024'],
    ['2026-03-10T12:59:40Z', 'in 1 hour', 'dalam 1 jam'],
    ['2026-03-12T11:00:00Z', 'in 47 hours', 'dalam 47 jam'],
    ['2026-03-13T12:00:00Z', 'Mar 13, 2026', '13 Mar 2026'],
    ['2026-03-17T11:59:59Z', 'Mar 17, 2026', '17 Mar 2026'],
    ['2027-01-15T12:00:00Z', 'Jan 15, 2027', '15 Jan 2027'],
  ])('says of %s: %s, %s', (at, english, indonesian) => {
    expect(relativeTimeText(new Date(at), now, inJakarta('en'))).toBe(english);
    expect(relativeTimeText(new Date(at), now, inJakarta('id'))).toBe(indonesian);
  });

  it('has the exact time beside it', () => {
    expect(exactTimeText(now, inJakarta('en'))).toMatch(/^Mar 10, 2026, 7:00:00.PM GMT\+7$/);
    expect(exactTimeText(now, inJakarta('id'))).toMatch(/^10 Mar 2026/);
  });

  it('stands to the minute in a sentence', () => {
    expect(momentText(now.toISOString(), inJakarta('en'))).toMatch(/^Mar 10, 2026, 7:00.PM, Asia\/Jakarta$/);
    expect(momentText(now.toISOString(), inJakarta('id'))).toMatch(/^10 Mar 2026, 19[.:]00, Asia\/Jakarta$/);
  });
});

describe('whether it was used lately', () => {
  it.each([
    [null, false],
    ['2026-03-03T12:00:00Z', true],
    ['2026-03-03T11:59:59Z', false],
  ])('of %s it says %s', (lastUsedAt, lately) => expect(wasUsedLately(lastUsedAt, now)).toBe(lately));
});

it('is never wrong by more than half of what it counts in', () => {
  for (let minutes = 1; minutes < 31 * 24 * 60; minutes += 7) {
    const at = new Date(now.getTime() - minutes * 60_000);
    const [, count, unit] =
      /^(\d+) (minute|hour|day)s? ago$/.exec(relativeTimeText(at, now, inJakarta('en'))) ?? [];
    if (unit === undefined) continue;
    const unitMinutes = { minute: 1, hour: 60, day: 1_440 }[unit] ?? 0;
    expect(Math.abs(minutes - Number(count) * unitMinutes)).toBeLessThanOrEqual(unitMinutes / 2);
  }
});
