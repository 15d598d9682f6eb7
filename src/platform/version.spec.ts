import { isAtLeast } from './version';

describe('the version of the program', () => {
  it.each([
    ['0.2.0', '0.2.0', true],
    ['0.10.0', '0.9.0', true],
    ['0.9.0', '0.10.0', false],
    ['1.0.0', '0.9.9', true],
    ['0.2.1', '0.2.2', false],
    ['0.2.2', '0.2.1', true],
  ])('%s is at least %s: %p', (version, least, expected) => {
    expect(isAtLeast(version, least)).toBe(expected);
  });
});
