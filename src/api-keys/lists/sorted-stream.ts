import { type Place, type SortValue } from './key-place';
import { type KeyStream } from './key-stream';

/** A range of an index in the order of the list. */
export type Range =
  /** Keys of the same value, after this id. */
  | { readonly of: 'tied'; readonly value: SortValue; readonly id: string }
  /** Keys with a value beyond this one; null for all that have one. */
  | { readonly of: 'beyond'; readonly value: SortValue | null }
  /** Keys without a value, after this id. */
  | { readonly of: 'without'; readonly id: string | null };

/** A stream in the order of a value. Its ranges are read one after the other, so that each is one step into an index. */
export function sortedStream(read: (range: Range, count: number) => Promise<Place[]>): KeyStream {
  const next = async (after: Place | null, count: number): Promise<Place[]> => {
    const found: Place[] = [];
    for (const range of rangesAfter(after)) {
      if (found.length >= count) break;
      found.push(...(await read(range, count - found.length)));
    }
    return found;
  };
  return { next, some: async (_, count) => (await next(null, count)).map(({ id }) => id) };
}

function rangesAfter(after: Place | null): Range[] {
  if (after === null)
    return [
      { of: 'beyond', value: null },
      { of: 'without', id: null },
    ];
  const { id, value } = after;
  if (value === null) return [{ of: 'without', id }];
  return [
    { of: 'tied', value, id },
    { of: 'beyond', value },
    { of: 'without', id: null },
  ];
}
