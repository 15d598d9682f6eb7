import { Inject, Injectable } from '@nestjs/common';
import { EventFeed, type Happening, Lease, Rounds } from '../../events';
import { type Found, LabelledCache, type Remembered } from '../../platform/cache';
import { CONFIG, type Config } from '../../platform/config';
import { type Holder } from './holder';
import { changedBy } from './changed-by';

const mostOthers = 10_000;

/** What this instance remembers of keys, as long as its lease lets it. */
@Injectable()
export class KeyCache {
  private readonly cache: LabelledCache<Holder>;

  constructor(
    private readonly lease: Lease,
    private readonly rounds: Rounds,
    feed: EventFeed,
    @Inject(CONFIG) config: Config,
  ) {
    this.cache = new LabelledCache({ mostGood: config.cachedKeys, mostOthers });
    feed.subscribe({
      happened: (event) => this.forget(event),
      lostTrack: () => this.cache.clear(),
    });
  }

  /** @returns what is remembered under this name and may be answered from at once, without waiting for anything. */
  peek(name: string, nowMs: number): Remembered<Holder> | null {
    return this.lease.isHeld() ? this.cache.peek(name, nowMs) : null;
  }

  /**
   * What may be answered from, remembered or looked up.
   * @throws what the database throws; 503 when no lease can be had.
   */
  async fetch(name: string, nowMs: number, look: () => Promise<Found<Holder>>): Promise<Remembered<Holder>> {
    for (;;) {
      await this.rounds.ensureLease();
      const found = this.cache.peek(name, nowMs) ?? (await this.cache.lookUp(name, look));
      if (this.isCurrent(found)) return found;
    }
  }

  /** Whether something that was fetched may still be answered from. */
  isCurrent(found: Remembered<Holder>): boolean {
    return found.isCurrent && this.lease.isHeld();
  }

  private forget(event: Happening): void {
    const changed = changedBy(event);
    switch (changed.what) {
      case 'nothing':
        return;
      case 'everything':
        return this.cache.clear();
      case 'one':
        return this.cache.drop(changed.id);
    }
  }
}
