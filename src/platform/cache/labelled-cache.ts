import { LRUCache } from 'lru-cache';
import { Flight } from './flight';
import { LabelIndex } from './label-index';
import { type Found, type Remembered } from './remembered';

export interface CacheSize {
  readonly mostGood: number;
  readonly mostOthers: number;
}

/**
 * Remembers what lookups found until something it depends on changes. Bounded, with good and other entries apart; many who
 * miss the same entry share one lookup; and what changed while it was being looked up is looked up again, not remembered.
 */
export class LabelledCache<V> {
  private readonly good: LRUCache<string, Remembered<V>>;
  private readonly others: LRUCache<string, Remembered<V>>;
  private readonly labels = new LabelIndex();
  private readonly flights = new Map<string, Flight<V>>();

  constructor({ mostGood, mostOthers }: CacheSize) {
    const dispose = (entry: Remembered<V>, name: string): void => {
      // Also of what is pushed out: who still holds it would not be told of a change any more.
      entry.isCurrent = false;
      this.labels.remove(name, entry.labels);
    };
    this.good = new LRUCache({ max: mostGood, dispose });
    this.others = new LRUCache({ max: mostOthers, dispose });
  }

  /** How many entries there are. */
  get size(): { readonly good: number; readonly others: number } {
    return { good: this.good.size, others: this.others.size };
  }

  /** @returns what is remembered under this name and to be believed at `nowMs`, milliseconds since 1970. */
  peek(name: string, nowMs: number): Remembered<V> | null {
    const found = this.good.get(name) ?? this.others.get(name);
    return found !== undefined && nowMs < found.untilMs ? found : null;
  }

  /**
   * Looks something up and remembers it, or joins who looks it up already.
   * @throws what the lookup throws, to all who wait for it; nothing is remembered then.
   */
  async lookUp(name: string, look: () => Promise<Found<V>>): Promise<Remembered<V>> {
    for (;;) {
      const found = await (this.flights.get(name) ?? this.begin(name, look)).landed;
      if (found !== null) return found;
    }
  }

  /** Forgets what depends on this, remembered or being looked up. */
  drop(label: string): void {
    for (const flight of this.flights.values()) flight.drop(label);
    for (const name of this.labels.namesOf(label)) this.forget(name);
  }

  /** Forgets everything, also what is being looked up. */
  clear(): void {
    for (const flight of this.flights.values()) flight.dropAll();
    this.good.clear();
    this.others.clear();
  }

  private begin(name: string, look: () => Promise<Found<V>>): Flight<V> {
    const flight = new Flight(look, (found) => {
      this.flights.delete(name);
      if (found !== null) this.remember(name, found);
    });
    this.flights.set(name, flight);
    return flight;
  }

  private remember(name: string, found: Remembered<V>): void {
    this.forget(name);
    this.labels.add(name, found.labels);
    (found.good ? this.good : this.others).set(name, found);
  }

  private forget(name: string): void {
    this.good.delete(name);
    this.others.delete(name);
  }
}
