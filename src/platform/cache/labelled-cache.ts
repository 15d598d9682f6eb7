import { LRUCache } from 'lru-cache';
import { type CacheEntry, type LookupResult } from './cache-entry';
import { LabelIndex } from './label-index';
import { PendingLookup } from './pending-lookup';

export interface CacheSize {
  readonly maxPositive: number;
  readonly maxNegative: number;
}

/**
 * Caches the results of lookups until something they depend on changes. Positive and negative entries have separate limits;
 * concurrent misses of one entry share one lookup; a result that changed during its lookup is looked up again, not cached.
 */
export class LabelledCache<V> {
  private readonly positive: LRUCache<string, CacheEntry<V>>;
  private readonly negative: LRUCache<string, CacheEntry<V>>;
  private readonly labels = new LabelIndex();
  private readonly pending = new Map<string, PendingLookup<V>>();

  constructor({ maxPositive, maxNegative }: CacheSize) {
    const dispose = (entry: CacheEntry<V>, name: string): void => {
      // Also when an entry is pushed out: from then on its holder is not told of changes.
      entry.isCurrent = false;
      this.labels.remove(name, entry.labels);
    };
    this.positive = new LRUCache({ max: maxPositive, dispose });
    this.negative = new LRUCache({ max: maxNegative, dispose });
  }

  /** How many entries there are. */
  get size(): { readonly positive: number; readonly negative: number } {
    return { positive: this.positive.size, negative: this.negative.size };
  }

  /** @returns the entry of this name if it is still valid at `nowMs`, milliseconds since 1970. */
  peek(name: string, nowMs: number): CacheEntry<V> | null {
    const found = this.positive.get(name) ?? this.negative.get(name);
    return found !== undefined && nowMs < found.untilMs ? found : null;
  }

  /**
   * Looks something up and caches it, or joins the lookup that is under way.
   * @throws what the lookup throws, to everyone who waits for it; nothing is cached then.
   */
  async lookUp(name: string, look: () => Promise<LookupResult<V>>): Promise<CacheEntry<V>> {
    for (;;) {
      const found = await (this.pending.get(name) ?? this.begin(name, look)).result;
      if (found !== null) return found;
    }
  }

  /** Evicts everything that depends on this label, including lookups under way. */
  evict(label: string): void {
    for (const lookup of this.pending.values()) lookup.evict(label);
    for (const name of this.labels.namesOf(label)) this.delete(name);
  }

  /** Evicts everything, including lookups under way. */
  clear(): void {
    for (const lookup of this.pending.values()) lookup.evictAll();
    // Clearing goes through all the room that there is, also where nothing is in it.
    for (const entries of [this.positive, this.negative]) if (entries.size > 0) entries.clear();
  }

  private begin(name: string, look: () => Promise<LookupResult<V>>): PendingLookup<V> {
    const lookup = new PendingLookup(look, (found) => {
      this.pending.delete(name);
      if (found !== null) this.store(name, found);
    });
    this.pending.set(name, lookup);
    return lookup;
  }

  private store(name: string, found: CacheEntry<V>): void {
    this.delete(name);
    this.labels.add(name, found.labels);
    (found.positive ? this.positive : this.negative).set(name, found);
  }

  private delete(name: string): void {
    this.positive.delete(name);
    this.negative.delete(name);
  }
}
