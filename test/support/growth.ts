/** What was measured at a time, in milliseconds of any one clock. */
export interface Sample {
  readonly atMs: number;
  readonly value: number;
}

/**
 * How fast a series grows in its second half; the first is for what fills up once, such as caches and compiled code. It is the
 * median of the slopes between all pairs (Theil and Sen), which a few odd samples do not move.
 * @returns units of the value per hour. @throws where there are fewer than eight samples, for they prove nothing.
 */
export function growthPerHour(samples: readonly Sample[]): number {
  if (samples.length < 8) throw new Error(`${samples.length} samples say nothing about growth`);
  const settled = secondHalf(samples);
  const slopes = settled.flatMap((later, at) =>
    settled.slice(0, at).map((earlier) => (later.value - earlier.value) / (later.atMs - earlier.atMs)),
  );
  return median(slopes) * 3_600_000;
}

/** What may grow: so much per hour, however long it is watched, and so much by chance. */
export interface Allowance {
  readonly perHour: number;
  readonly byChance: number;
}

/** @returns whether the second half grows by more than is allowed in its time. */
export function leaks(samples: readonly Sample[], { perHour, byChance }: Allowance): boolean {
  const settled = secondHalf(samples);
  const [first, last] = [settled[0], settled.at(-1)];
  const hours = ((last?.atMs ?? 0) - (first?.atMs ?? 0)) / 3_600_000;
  return growthPerHour(samples) * hours > perHour * hours + byChance;
}

/** @returns whether the lowest of the last quarter lies above the highest of the first half, by more than is allowed by chance. */
export function staysAbove(samples: readonly Sample[], byChance: number): boolean {
  const values = samples.map(({ value }) => value);
  const before = values.slice(0, Math.floor(values.length / 2));
  const end = values.slice(-Math.ceil(values.length / 4));
  return Math.min(...end) > Math.max(...before) + byChance;
}

function secondHalf(samples: readonly Sample[]): readonly Sample[] {
  return samples.slice(Math.floor(samples.length / 2));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}
