/** The ids of some keys of a company, as an index has them. Whether one belongs into a list is for its row to say. */
export interface KeyStream {
  /** The newest that are older than this key; the id of a key may be there several times. */
  newest(after: string | null, count: number): Promise<string[]>;
  /** Any that are older than this key: for an index in another order without sorting what it leads to. */
  some(after: string | null, count: number): Promise<string[]>;
}

/** What a stream needs of a scoped query. */
interface Rows<P extends string> {
  byIndex(name: string): Rows<P>;
  and(condition: string, parameters: Readonly<Record<string, unknown>>): Rows<P>;
  orderBy(property: string, direction: 'DESC'): Rows<P>;
  limit(count: number): Rows<P>;
  valuesOf(property: P): Promise<string[]>;
}

/**
 * @param rows a query over the rows, made for each reading.
 * @param index that leads to these rows.
 * @param alias of these rows in the conditions.
 * @param property of theirs that holds the id of the key.
 */
export function keyStream<P extends string>(
  rows: () => Rows<P>,
  index: string,
  alias: string,
  property: P,
): KeyStream {
  const name = `${alias}.${property}`;
  const after = (key: string | null, count: number): Rows<P> => {
    const query = rows().byIndex(index).limit(count);
    return key === null ? query : query.and(`${name} < :after`, { after: key });
  };
  return {
    newest: (key, count) => after(key, count).orderBy(name, 'DESC').valuesOf(property),
    some: (key, count) => after(key, count).valuesOf(property),
  };
}

export interface FoundIds {
  /** Newest first, each once. */
  readonly ids: readonly string[];
  /** Whether no stream has more. */
  readonly isAll: boolean;
}

/** The newest of all streams, at most so many. Not empty unless all streams are. */
export async function newestOf(
  streams: readonly KeyStream[],
  after: string | null,
  count: number,
): Promise<FoundIds> {
  const parts = await Promise.all(streams.map((stream) => stream.newest(after, count)));
  // What a stream did not get to may be newer than what another one has got to.
  const ends = parts.flatMap((ids) => (ids.length < count ? [] : ids.slice(-1)));
  const end = ends.sort().at(-1) ?? '';
  const ids = newestFirst(parts.flat()).filter((id) => id >= end);
  return { ids: ids.slice(0, count), isAll: ends.length === 0 && ids.length <= count };
}

/** Any of all streams, at most so many of each. */
export async function someOf(
  streams: readonly KeyStream[],
  after: string | null,
  count: number,
): Promise<FoundIds> {
  const parts = await Promise.all(streams.map((stream) => stream.some(after, count)));
  return { ids: newestFirst(parts.flat()), isAll: parts.every((ids) => ids.length < count) };
}

function newestFirst(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort().reverse();
}
