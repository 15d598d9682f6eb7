/** The result of a lookup, and how to cache it. */
export interface LookupResult<V> {
  readonly value: V;
  /** What it depends on: evicting one of these labels evicts it. */
  readonly labels: readonly string[];
  /** Positive and negative entries are kept apart, so that junk pushes out only junk. */
  readonly positive: boolean;
  /** From this time on it is looked up again; milliseconds since 1970. */
  readonly untilMs: number;
}

/** An entry of the cache. */
export interface CacheEntry<V> extends LookupResult<V> {
  /** Turns false, and stays so, when something it depends on has changed or the entry is evicted for lack of room. */
  isCurrent: boolean;
}
