import { growthPerHour, leaks, type Sample, staysAbove } from './growth';

const minuteMs = 60_000;

/** One sample a minute. */
function series(count: number, value: (minute: number) => number): Sample[] {
  return Array.from({ length: count }, (_, minute) => ({ atMs: minute * minuteMs, value: value(minute) }));
}

/** The same in every run, between -1 and 1. */
const noise = (at: number): number => Math.sin(at * 12.9898);

describe('the growth of a series', () => {
  it('is what its second half gains in an hour', () => {
    expect(growthPerHour(series(40, (minute) => 50 + 2 * minute))).toBeCloseTo(120);
  });

  it('leaves out what fills up in the first half', () => {
    expect(growthPerHour(series(40, (minute) => Math.min(minute, 15)))).toBe(0);
  });

  it('is not moved by a few odd samples', () => {
    const spikes = series(40, (minute) => (minute % 9 === 0 ? 500 : 50));
    expect(growthPerHour(spikes)).toBe(0);
  });

  it('is refused where samples are too few to tell', () => {
    expect(() => growthPerHour(series(7, () => 1))).toThrow('7 samples');
  });
});

describe('a leak', () => {
  const allowance = { perHour: 1, byChance: 2 };

  it('is found where each minute leaves something behind, under noise as well', () => {
    expect(
      leaks(
        series(40, (minute) => 50 + 0.3 * minute + noise(minute)),
        allowance,
      ),
    ).toBe(true);
  });

  it('is found in a long run where it is slow', () => {
    const drip = (minute: number): number => 50 + (6 * minute) / 60 + noise(minute);
    expect(leaks(series(120, drip), allowance)).toBe(true);
  });

  it('is not found where there is only noise, or growth that ended in the first half', () => {
    expect(
      leaks(
        series(40, (minute) => 50 + 2 * noise(minute)),
        allowance,
      ),
    ).toBe(false);
    expect(
      leaks(
        series(40, (minute) => 50 + Math.min(minute, 18)),
        allowance,
      ),
    ).toBe(false);
  });

  it('is not found where memory is given back', () => {
    expect(
      leaks(
        series(40, (minute) => 80 - minute),
        allowance,
      ),
    ).toBe(false);
  });
});

describe('a count that should come back', () => {
  it('stays above where the end never reaches what the first half had', () => {
    expect(
      staysAbove(
        series(40, (minute) => 20 + Math.floor(minute / 4)),
        2,
      ),
    ).toBe(true);
  });

  it('does not where it comes back once at the end, or differs by chance', () => {
    expect(
      staysAbove(
        series(40, (minute) => (minute === 38 ? 20 : 20 + minute)),
        2,
      ),
    ).toBe(false);
    expect(
      staysAbove(
        series(40, (minute) => 20 + (minute > 25 ? 2 : 0)),
        2,
      ),
    ).toBe(false);
  });
});
