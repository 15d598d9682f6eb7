import { exactTimeText, relativeTimeText, wasUsedLately } from './relative-time-text';

const now = new Date('2026-03-10T12:00:00Z');

describe('a time in words', () => {
  it.each([
    ['2026-03-10T11:59:30Z', 'now', 'sekarang'],
    ['2026-03-10T11:59:00Z', '1 minute ago', '1 menit yang lalu'],
    ['2026-03-10T10:00:01Z', '1 hour ago', '1 jam yang lalu'],
    ['2026-03-09T12:00:00Z', 'yesterday', 'kemarin'],
    ['2026-03-13T12:00:00Z', 'in 3 days', 'dalam 3 hari'],
    ['2026-02-20T12:00:00Z', '2 weeks ago', '2 minggu yang lalu'],
    ['2024-03-01T12:00:00Z', '2 years ago', '2 tahun yang lalu'],
  ])('says of %s: %s, %s', (at, english, indonesian) => {
    expect(relativeTimeText(new Date(at), now, 'en')).toBe(english);
    expect(relativeTimeText(new Date(at), now, 'id')).toBe(indonesian);
  });

  it('has the exact time beside it', () => {
    expect(exactTimeText(now, 'en')).toMatch(/^Mar 10, 2026, .*:00:00/);
    expect(exactTimeText(now, 'id')).toMatch(/^10 Mar 2026/);
  });
});

describe('whether it was used lately', () => {
  it.each([
    [null, false],
    ['2026-03-03T12:00:00Z', true],
    ['2026-03-03T11:59:59Z', false],
  ])('of %s it says %s', (lastUsedAt, lately) => expect(wasUsedLately(lastUsedAt, now)).toBe(lately));
});
