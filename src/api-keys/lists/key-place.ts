/* Where keys stand in a list. */

export const keySorts = [
  'createdAt',
  '-createdAt',
  'name',
  '-name',
  'expiresAt',
  '-expiresAt',
  'lastUsedAt',
  '-lastUsedAt',
] as const;
export type KeySort = (typeof keySorts)[number];
export type SortedBy = 'createdAt' | 'name' | 'expiresAt' | 'lastUsedAt';

export type SortValue = number | string;

/** Where a key stands in a list that is sorted by a value: by that, and keys of the same value by their ids. */
export interface Place {
  readonly id: string;
  /** Null for a key without one: these come last, whichever way. In a list by creation, all do without. */
  readonly value: SortValue | null;
}

export function sortedBy(sort: KeySort): SortedBy {
  // A cast: what is left of a sort without its sign is one of these.
  return sort.replace('-', '') as SortedBy;
}

export function isFalling(sort: KeySort): boolean {
  return sort.startsWith('-');
}

/** Less than 0 where the first comes first. */
export function comparePlaces(one: Place, other: Place, falling: boolean): number {
  if (one.value === null || other.value === null) {
    if (one.value !== other.value) return one.value === null ? 1 : -1;
    return turned(compareTexts(one.id, other.id), falling);
  }
  return turned(compareValues(one.value, other.value) || compareTexts(one.id, other.id), falling);
}

function turned(order: number, falling: boolean): number {
  return falling ? -order : order;
}

function compareValues(one: SortValue, other: SortValue): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compareTexts(String(one), String(other));
}

/** As both databases do: by bytes. */
function compareTexts(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
