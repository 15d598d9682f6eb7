import { readTimeZone, timeZoneNamed } from './time-zone';

describe('a time zone', () => {
  it.each([
    ['UTC', 'UTC'],
    ['etc/utc', 'UTC'],
    ['Asia/Jakarta', 'Asia/Jakarta'],
    ['asia/jakarta', 'Asia/Jakarta'],
    ['AMERICA/PORT_OF_SPAIN', 'America/Port_of_Spain'],
    ['Asia/Calcutta', 'Asia/Kolkata'],
    ['asia/kolkata', 'Asia/Kolkata'],
    ['Europe/Kiev', 'Europe/Kyiv'],
    ['America/Indianapolis', 'America/Indiana/Indianapolis'],
    ['Etc/GMT+5', 'Etc/GMT+5'],
  ])('%s is stored as %s', (text, name) => {
    expect(timeZoneNamed(text)).toBe(name);
  });

  it.each([
    ...['', ' ', 'Jakarta', 'Asia/Atlantis', 'Asia/Jakarta ', 'Asia/', '/Asia/Jakarta', 'Asia//Jakarta'],
    ...['+07:00', '-0700', 'UTC+7', 'GMT+7', 'local', 'SystemV/PST8', 'Asia/Jakarta\0', 'Аsia/Jakarta'],
  ])('%j is none', (text) => {
    expect(timeZoneNamed(text)).toBeNull();
  });

  it('has a name that names it again, with the same clocks, for every one that Node lists', () => {
    const midsummer = Date.UTC(2026, 5, 21);
    const clockOf = (timeZone: string): string =>
      new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'full', timeStyle: 'full' }).format(midsummer);

    const wrong = Intl.supportedValuesOf('timeZone').filter((zone) => {
      const name = timeZoneNamed(zone) ?? 'none';
      return timeZoneNamed(name) !== name || clockOf(name) !== clockOf(zone);
    });
    expect(wrong).toEqual([]);
  });

  it.each(['x', '', 7, null, undefined])('that is stored as %j reads as UTC', (stored) => {
    expect(readTimeZone(stored)).toBe('UTC');
  });
});
