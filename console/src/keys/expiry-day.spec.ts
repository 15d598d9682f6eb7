import { latestExpiry } from './expiry-day';

it('the policy counts days of 24 hours from when a secret was made', () => {
  const madeAt = new Date('2026-10-20T10:00:00.000Z');

  expect(latestExpiry(madeAt, 30)).toEqual(new Date('2026-11-19T10:00:00.000Z'));
  expect(latestExpiry(madeAt, null)).toBeNull();
});
