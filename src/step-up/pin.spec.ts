import fc from 'fast-check';
import { newPin } from './pin';

const accepted = (pin: unknown): boolean => newPin.safeParse(pin).success;
const digit = fc.integer({ min: 0, max: 9 });
const digits = (length: number): fc.Arbitrary<number[]> =>
  fc.array(digit, { minLength: length, maxLength: length });
const pinLength = fc.integer({ min: 6, max: 12 });

describe('a PIN', () => {
  it.each(['246810', '170845', '31121999', '112233', '090807', '135792468013', '121213'])(
    'may be %s',
    (pin) => {
      expect(accepted(pin)).toBe(true);
    },
  );

  it.each([
    '',
    '12345',
    '24681',
    '2468101214161',
    '24681a',
    '２４６８１０',
    ' 246810',
    '246810\n',
    '-24681',
    '2468.1',
  ])('must have 6 to 12 digits: “%s”', (pin) => {
    expect(accepted(pin)).toBe(false);
  });

  it.each([null, 246810, ['246810'], { pin: '246810' }])('must be text: %j', (pin) => {
    expect(accepted(pin)).toBe(false);
  });

  it('must not be one digit', () => {
    fc.assert(fc.property(digit, pinLength, (one, length) => !accepted(String(one).repeat(length))));
  });

  it('must not be a run, up or down, also over 9 and 0', () => {
    const runs = fc.tuple(digit, pinLength, fc.constantFrom(1, -1));
    fc.assert(
      fc.property(runs, ([first, length, step]) => {
        const run = Array.from({ length }, (_, at) => (first + at * step + 120) % 10);
        return !accepted(run.join(''));
      }),
    );
  });

  it('must not be a pattern repeated, whole or cut off', () => {
    const patterns = pinLength.chain((length) =>
      fc.tuple(fc.constant(length), fc.integer({ min: 1, max: Math.floor(length / 2) }).chain(digits)),
    );
    fc.assert(
      fc.property(patterns, ([length, pattern]) => {
        const repeated = Array.from({ length }, (_, at) => pattern[at % pattern.length]);
        return !accepted(repeated.join(''));
      }),
    );
  });

  it('may be nearly every other', () => {
    const chosen = fc.sample(pinLength.chain(digits), 2_000).filter((pin) => accepted(pin.join('')));
    expect(chosen.length).toBeGreaterThan(1_900);
  });
});
