import { zoneLabel, zoneOptions } from './zone-options';

const winter = new Date('2026-12-25T00:00:00.000Z');
const summer = new Date('2027-06-25T00:00:00.000Z');

describe('the time zones to choose from', () => {
  it.each([
    ['Asia/Jakarta', winter, 'Asia/Jakarta (GMT+7)'],
    ['Asia/Kathmandu', winter, 'Asia/Kathmandu (GMT+5:45)'],
    ['Europe/Berlin', winter, 'Europe/Berlin (GMT+1)'],
    ['Europe/Berlin', summer, 'Europe/Berlin (GMT+2)'],
    ['UTC', winter, 'UTC'],
    ['Mars/Olympus_Mons', winter, 'Mars/Olympus_Mons'],
  ])('name %s with what its clocks show now', (timeZone, now, label) => {
    expect(zoneLabel(timeZone, now)).toBe(label);
  });

  it('have UTC first, each once, and the one that is chosen although the browser does not list it', () => {
    const values = zoneOptions('Mars/Olympus_Mons', winter).map(({ value }) => value);

    expect(values[0]).toBe('UTC');
    expect(values).toContain('Asia/Jakarta');
    expect(values).toContain('Mars/Olympus_Mons');
    expect(new Set(values).size).toBe(values.length);
  });
});
