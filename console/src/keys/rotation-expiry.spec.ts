import { expiryAfter, keptDay } from './rotation-expiry';

const now = new Date(2026, 10, 28, 12);
const dated = { expiresAt: new Date(2026, 11, 25, 9, 30).toISOString() };
const kept = '2026-12-25';

describe('a rotation', () => {
  it('begins with the day on which the key expires, if it still works', () => {
    expect(keptDay(dated, now)).toBe(kept);
    expect(keptDay({ expiresAt: null }, now)).toBe('');
    expect(keptDay({ expiresAt: now.toISOString() }, now)).toBe('');
  });

  it.each([kept, ''])('sends the expiry that the key has, to the moment, with %j in the form', (day) => {
    expect(expiryAfter(dated, { kept, day }, null)).toEqual(dated);
  });

  it('sends the end of another day, as far as the policy allows', () => {
    const latest = new Date(2026, 11, 27, 12);

    expect(expiryAfter(dated, { kept, day: '2026-12-26' }, latest)).toEqual({
      expiresAt: new Date(2026, 11, 26, 23, 59, 59, 999).toISOString(),
    });
    expect(expiryAfter(dated, { kept, day: '2026-12-27' }, latest)).toEqual({
      expiresAt: latest.toISOString(),
    });
  });

  it('sends none for a key that does not expire, or has expired', () => {
    for (const expiresAt of [null, now.toISOString()])
      expect(expiryAfter({ expiresAt }, { kept: '', day: '' }, null)).toEqual({});
  });
});
