import { RecentReadings } from './recent-readings';

const readings = (): RecentReadings<{ readonly text: string }> => new RecentReadings((text) => ({ text }));

describe('RecentReadings', () => {
  it('read a text that came before no second time', () => {
    const recent = readings();

    expect(recent.of('a')).toBe(recent.of('a'));
    expect(recent.of('a')).toEqual({ text: 'a' });
  });

  it('remember the latest thousand, and read the others as before', () => {
    const recent = readings();
    const first = recent.of('a');
    for (let number = 1; number <= 1_000; number += 1) recent.of(`a-${number}`);

    expect(recent.of('a')).not.toBe(first);
    expect(recent.of('a')).toEqual(first);
    expect(recent.of('a-1000')).toBe(recent.of('a-1000'));
  });
});
