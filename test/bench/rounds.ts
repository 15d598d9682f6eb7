/** What several rounds gave: the one in the middle counts, the others tell how far to trust it. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  return { median: percentile(values, 50), min: Math.min(...values), max: Math.max(...values) };
}

/** @param share of 100; the nearest of the given values, none in between. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = Math.max(0, Math.ceil((share / 100) * sorted.length) - 1);
  return sorted[at] ?? Number.NaN;
}

/** Runs the sides in turns, A B A B …, so that what the machine does meanwhile meets all of them. */
export async function inTurns<S extends string, T>(
  count: number,
  sides: Readonly<Record<S, () => Promise<T>>>,
): Promise<Record<S, T[]>> {
  // A cast: the keys of an object are the sides it was written with.
  const names = Object.keys(sides) as S[];
  const results = Object.fromEntries(names.map((name) => [name, [] as T[]])) as unknown as Record<S, T[]>;
  for (let round = 0; round < count; round += 1) {
    // Each goes first as often as it goes last.
    for (const name of round % 2 === 0 ? names : names.toReversed()) results[name].push(await sides[name]());
  }
  return results;
}

/** Round by round, what one side has of the other. */
export function ratios(some: readonly number[], others: readonly number[]): number[] {
  return some.map((value, at) => value / (others[at] ?? Number.NaN));
}
