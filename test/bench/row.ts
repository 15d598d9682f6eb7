import { type Spread, spreadOf } from './rounds';

/** One figure. */
export interface Row {
  readonly section: string;
  readonly name: string;
  readonly unit: string;
  readonly value: Spread;
  /** What it should be at least or at most; null for orientation. */
  readonly target: { readonly bound: 'at least' | 'at most'; readonly value: number } | null;
  readonly reached: boolean | null;
}

type Target = { readonly atLeast: number } | { readonly atMost: number } | null;

/** @param values one for each round; a figure that is counted and not timed has one. */
export function row(
  section: string,
  name: string,
  unit: string,
  values: readonly number[],
  target: Target = null,
): Row {
  const value = spreadOf(values);
  if (target === null) return { section, name, unit, value, target, reached: null };
  return 'atLeast' in target
    ? {
        ...{ section, name, unit, value, target: { bound: 'at least', value: target.atLeast } },
        reached: value.median >= target.atLeast,
      }
    : {
        ...{ section, name, unit, value, target: { bound: 'at most', value: target.atMost } },
        reached: value.median <= target.atMost,
      };
}
