import { type CacheEntry, type LookupResult } from './cache-entry';

/** A lookup under way, which notes the labels that are evicted in the meantime. */
export class PendingLookup<V> {
  private readonly evicted = new Set<string>();
  private allEvicted = false;
  /** The result; null when it was out of date before it arrived. */
  readonly result: Promise<CacheEntry<V> | null>;

  /** @param onResult is called before the waiting callers continue; with null also when the lookup failed. */
  constructor(look: () => Promise<LookupResult<V>>, onResult: (found: CacheEntry<V> | null) => void) {
    this.result = this.run(look, onResult);
  }

  evict(label: string): void {
    this.evicted.add(label);
  }

  evictAll(): void {
    this.allEvicted = true;
  }

  private async run(
    look: () => Promise<LookupResult<V>>,
    onResult: (found: CacheEntry<V> | null) => void,
  ): Promise<CacheEntry<V> | null> {
    let entry: CacheEntry<V> | null = null;
    try {
      // Only after the cache knows this lookup: evictions from now on reach it.
      await Promise.resolve();
      const found = await look();
      if (this.isUpToDate(found)) entry = { ...found, isCurrent: true };
      return entry;
    } finally {
      onResult(entry);
    }
  }

  private isUpToDate({ labels }: LookupResult<V>): boolean {
    return !this.allEvicted && !labels.some((label) => this.evicted.has(label));
  }
}
