import { expiryAfter, keptDay } from './rotation-expiry';

const timeZone = 'Asia/Jakarta';
const now = new Date('2026-11-28T12:00:00.000Z');
// It is half past midnight in Jakarta.
const dated = { expiresAt: '2026-12-24T17:30:00.000Z' };
const kept = '2026-12-25';

describe('a rotation', () => {
  it('begins with the day on which the key expires where the company is, if it still works', () => {
    expect(keptDay(dated, now, timeZone)).toBe(kept);
    expect(keptDay({ expiresAt: null }, now, timeZone)).toBe('');
    expect(keptDay({ expiresAt: now.toISOString() }, now, timeZone)).toBe('');
  });

  it.each([kept, ''])('sends the expiry that the key has, to the moment, with %j in the form', (day) => {
    expect(expiryAfter(dated, { kept, day }, timeZone)).toEqual(dated);
  });

  it('sends another day, which ends where the company is', () => {
    expect(expiryAfter(dated, { kept, day: '2026-12-26' }, timeZone)).toEqual({
      expiresAt: '2026-12-26',
      timeZone,
    });
  });

  it('sends none for a key that does not expire, or has expired', () => {
    for (const expiresAt of [null, now.toISOString()])
      expect(expiryAfter({ expiresAt }, { kept: '', day: '' }, timeZone)).toEqual({});
  });
});
