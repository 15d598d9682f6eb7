import { type Found, type Remembered } from './remembered';

/** One lookup under way, which notes what is dropped meanwhile. */
export class Flight<V> {
  private readonly dropped = new Set<string>();
  private allDropped = false;
  /** What was found; null when it was out of date before it arrived. */
  readonly landed: Promise<Remembered<V> | null>;

  /** @param onLanding is told before anyone who waits; with null also when the lookup failed. */
  constructor(look: () => Promise<Found<V>>, onLanding: (found: Remembered<V> | null) => void) {
    this.landed = this.fly(look, onLanding);
  }

  drop(label: string): void {
    this.dropped.add(label);
  }

  dropAll(): void {
    this.allDropped = true;
  }

  private async fly(
    look: () => Promise<Found<V>>,
    onLanding: (found: Remembered<V> | null) => void,
  ): Promise<Remembered<V> | null> {
    let landing: Remembered<V> | null = null;
    try {
      // Not before the flight is known to the cache: what is dropped from now on concerns it.
      await null;
      const found = await look();
      if (this.isUpToDate(found)) landing = { ...found, isCurrent: true };
      return landing;
    } finally {
      onLanding(landing);
    }
  }

  private isUpToDate({ labels }: Found<V>): boolean {
    return !this.allDropped && !labels.some((label) => this.dropped.has(label));
  }
}
