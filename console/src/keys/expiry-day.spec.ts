import { expiryOf, latestExpiry } from './expiry-day';

const endHere = new Date(2026, 11, 25, 23, 59, 59, 999);

describe('the expiry that is sent for a day', () => {
  it('is the end of that day where the reader is', () => {
    expect(expiryOf('2026-12-25', null)).toBe(endHere.toISOString());
    expect(expiryOf('2026-12-25', new Date(2026, 11, 26, 9))).toBe(endHere.toISOString());
  });

  it('is the last moment that is allowed, where only a part of the day is', () => {
    for (const latest of [new Date(2026, 11, 25), new Date(2026, 11, 25, 9)])
      expect(expiryOf('2026-12-25', latest)).toBe(latest.toISOString());
  });

  it('is the end of a day that is not allowed, for the server to refuse', () => {
    expect(expiryOf('2026-12-25', new Date(2026, 11, 24, 23, 59))).toBe(endHere.toISOString());
  });

  it.each(['tomorrow', '2026-02-31'])('is %s, which is no day, as it is', (text) => {
    expect(expiryOf(text, null)).toBe(text);
  });
});

it('the policy counts days of 24 hours from when a secret was made', () => {
  const madeAt = new Date('2026-10-20T10:00:00.000Z');

  expect(latestExpiry(madeAt, 30)).toEqual(new Date('2026-11-19T10:00:00.000Z'));
  expect(latestExpiry(madeAt, null)).toBeNull();
});
