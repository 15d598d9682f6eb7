import { OptionValues, secondsOf } from './option-values';

describe('the options of a command', () => {
  it.each([
    ['90', 90],
    ['90s', 90],
    ['15m', 900],
    ['24h', 86_400],
    ['7d', 604_800],
    ['0', 0],
    ['', null],
    ['-1h', null],
    ['1.5h', null],
    ['2026-12-31', null],
  ])('have durations: %j is %p seconds', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });

  it.each(['many', '-1', '1.5', '0', ''])('refuse %j as a count from 1', (limit) => {
    expect(() => new OptionValues({ limit }).count('limit')).toThrow('--limit takes a whole number from 1.');
  });

  it('name an option as it is typed', () => {
    expect(() => new OptionValues({ someTime: 'x' }).seconds('someTime')).toThrow('--some-time takes');
  });
});
