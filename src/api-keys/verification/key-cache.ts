import { Inject, Injectable } from '@nestjs/common';
import { EventCatalogue } from '../../../libs/events';
import { CacheLease, type ChangeEvent, ChangeFeed, HeartbeatLoop } from '../../cluster';
import { type LookupResult, LabelledCache, type CacheEntry } from '../../platform/cache';
import { Metrics } from '../../platform';
import { CONFIG, type Config } from '../../platform/config';
import { type Holder } from './holder';
import { evictedBy } from './evicted-by';

const maxNegative = 10_000;

/** The keys that this instance has cached, usable while its lease holds. */
@Injectable()
export class KeyCache {
  private readonly cache: LabelledCache<Holder>;
  private hits = 0;
  private misses = 0;

  constructor(
    private readonly lease: CacheLease,
    private readonly heartbeats: HeartbeatLoop,
    private readonly catalogue: EventCatalogue,
    feed: ChangeFeed,
    metrics: Metrics,
    @Inject(CONFIG) config: Config,
  ) {
    this.cache = new LabelledCache({ maxPositive: config.cachedKeys, maxNegative });
    feed.subscribe({
      onChange: (event) => this.evict(event),
      onGap: () => this.cache.clear(),
    });
    this.show(metrics);
  }

  /** @returns the cached entry of this name if it may be used at once, without waiting. */
  peek(name: string, nowMs: number): CacheEntry<Holder> | null {
    const found = this.lease.isHeld() ? this.cache.peek(name, nowMs) : null;
    if (found !== null) this.hits += 1;
    return found;
  }

  /**
   * An entry that may be used, from the cache or looked up.
   * @throws what the database throws; 503 when no lease can be had.
   */
  async fetch(
    name: string,
    nowMs: number,
    look: () => Promise<LookupResult<Holder>>,
  ): Promise<CacheEntry<Holder>> {
    for (;;) {
      await this.heartbeats.ensureLease();
      const found = this.cache.peek(name, nowMs) ?? (await this.lookUp(name, look));
      if (this.isCurrent(found)) return found;
    }
  }

  /** Whether a fetched entry may still be used. */
  isCurrent(found: CacheEntry<Holder>): boolean {
    return found.isCurrent && this.lease.isHeld();
  }

  /** Looks up this key again when it is presented next. */
  forget(keyId: string): void {
    this.cache.evict(keyId);
  }

  private lookUp(name: string, look: () => Promise<LookupResult<Holder>>): Promise<CacheEntry<Holder>> {
    this.misses += 1;
    return this.cache.lookUp(name, look);
  }

  private show(metrics: Metrics): void {
    const lookups = 'Keys that were found in memory (hit), or asked the database for (miss).';
    metrics.counted('kunci_key_cache_lookups_total', lookups, ['result'], () => [
      [{ result: 'hit' }, this.hits],
      [{ result: 'miss' }, this.misses],
    ]);
    const entries = 'Texts that are remembered: keys that are good, and others.';
    metrics.measured('kunci_key_cache_entries', entries, ['kind'], () => [
      [{ kind: 'good' }, this.cache.size.positive],
      [{ kind: 'other' }, this.cache.size.negative],
    ]);
  }

  private evict(event: ChangeEvent): void {
    const evicted = evictedBy(event, this.catalogue);
    switch (evicted.what) {
      case 'nothing':
        return;
      case 'everything':
        this.cache.clear();
        return;
      case 'one':
        this.cache.evict(evicted.id);
        return;
    }
  }
}
