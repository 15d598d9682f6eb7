import { type Place } from './key-place';

/** Some keys of a company, as an index has them. Whether one belongs into a list is for its row to say. */
export interface KeyStream {
  /** The next after this place in the order of the list; a key may be there several times. */
  next(after: Place | null, count: number): Promise<Place[]>;
  /**
   * Any, for an index in another order without sorting what it leads to.
   * @param after of a list by creation: only keys after this place.
   */
  some(after: Place | null, count: number): Promise<string[]>;
}

/** What a stream needs of a scoped query. */
interface Rows<P extends string> {
  byIndex(name: string): Rows<P>;
  and(condition: string, parameters: Readonly<Record<string, unknown>>): Rows<P>;
  orderBy(property: string, direction: 'ASC' | 'DESC'): Rows<P>;
  limit(count: number): Rows<P>;
  valuesOf(property: P): Promise<string[]>;
}

/** How a stream reads its rows. */
export interface StreamIndex<P extends string> {
  /** That leads to these rows. */
  readonly index: string;
  /** Of these rows in the conditions. */
  readonly alias: string;
  /** Of theirs that holds the id of the key. */
  readonly property: P;
  readonly falling: boolean;
}

/**
 * A stream in the order in which keys were made.
 * @param rows a query over the rows, made for each reading.
 */
export function keyStream<P extends string>(
  rows: () => Rows<P>,
  { index, alias, property, falling }: StreamIndex<P>,
): KeyStream {
  const name = `${alias}.${property}`;
  const [beyond, direction] = falling ? (['<', 'DESC'] as const) : (['>', 'ASC'] as const);
  const after = (place: Place | null, count: number): Rows<P> => {
    const query = rows().byIndex(index).limit(count);
    return place === null ? query : query.and(`${name} ${beyond} :after`, { after: place.id });
  };
  return {
    next: async (place, count) =>
      (await after(place, count).orderBy(name, direction).valuesOf(property)).map((id) => ({
        id,
        value: null,
      })),
    some: (place, count) => after(place, count).valuesOf(property),
  };
}

export type ComparePlaces = (one: Place, other: Place) => number;

/** The next of all streams, at most so many, each once. Not empty unless all streams are. */
export async function nextOf(
  streams: readonly KeyStream[],
  {
    after,
    count,
    compare,
  }: { readonly after: Place | null; readonly count: number; readonly compare: ComparePlaces },
): Promise<{ readonly places: readonly Place[]; readonly isAll: boolean }> {
  const parts = await Promise.all(streams.map((stream) => stream.next(after, count)));
  // What a stream did not get to may come before what another one has got to.
  const ends = parts.flatMap((places) => (places.length < count ? [] : places.slice(-1))).sort(compare);
  const [end] = ends;
  const places = eachOnce(parts.flat())
    .sort(compare)
    .filter((place) => end === undefined || compare(place, end) <= 0);
  return { places: places.slice(0, count), isAll: ends.length === 0 && places.length <= count };
}

function eachOnce(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [place.id, place])).values()];
}

export interface FoundIds {
  /** In no order, each once. */
  readonly ids: readonly string[];
  /** Whether no stream has more. */
  readonly isAll: boolean;
}

/** Any of all streams, at most so many of each. */
export async function someOf(
  streams: readonly KeyStream[],
  after: Place | null,
  count: number,
): Promise<FoundIds> {
  const parts = await Promise.all(streams.map((stream) => stream.some(after, count)));
  return { ids: [...new Set(parts.flat())], isAll: parts.every((ids) => ids.length < count) };
}
