import fc from 'fast-check';
import { toAmount, toCents } from './amount';

const largestCents = 999_999_999_999_999;

describe('an amount', () => {
  it.each([
    ['0.00', 0],
    ['0.05', 5],
    ['0.50', 50],
    ['1.00', 100],
    ['150000.00', 15_000_000],
    ['9999999999999.99', largestCents],
  ])('%s is %i cents, and back', (amount, cents) => {
    expect(toCents(amount)).toBe(cents);
    expect(toAmount(cents)).toBe(amount);
  });

  it('loses no cent on the way to the database and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestCents }), (cents) => {
        expect(toCents(toAmount(cents))).toBe(cents);
      }),
    );
  });

  it('is always written with two decimals and no needless zero', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: largestCents }), (cents) => {
        expect(toAmount(cents)).toMatch(/^(0|[1-9]\d{0,12})\.\d{2}$/);
      }),
    );
  });
});
