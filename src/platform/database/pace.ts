import { type Place } from '../gate';
import { type LoopTurns } from '../loop-turns';

// Short enough for a verification to notice nothing, and long enough for several units of work.
const sliceMs = 5;

/**
 * Shares the thread between SQLite and everything else. better-sqlite3 works synchronously, and what is awaited between two
 * statements are promises that are settled already: without a pause, hundreds of statements in a row keep the process
 * from reading a single socket. Here one statement runs at a time, and after a slice of time the event loop gets a turn.
 */
export class Pace {
  private readonly waiting: Record<Place, (() => void)[]> = { ahead: [], 'in turn': [] };
  private isBusy = false;
  private sliceBeganMs: number | null = null;

  constructor(private readonly turns: LoopTurns) {}

  /** Runs `work` when it is its turn. It must await nothing but what is settled, or it keeps out all others. */
  async run<T>(place: Place, work: () => Promise<T> | T): Promise<T> {
    await this.enter(place);
    try {
      return await work();
    } finally {
      this.isBusy = false;
      this.next();
    }
  }

  private enter(place: Place): Promise<void> {
    if (!this.isBusy && this.mayBegin(place)) {
      this.isBusy = true;
      return Promise.resolve();
    }
    return new Promise((resolve) => this.waiting[place].push(resolve));
  }

  private next(): void {
    const { ahead, 'in turn': others } = this.waiting;
    const place = ahead.length > 0 ? 'ahead' : 'in turn';
    if (this.isBusy || ahead.length + others.length === 0 || !this.mayBegin(place)) return;
    this.isBusy = true;
    this.waiting[place].shift()?.();
  }

  /** Whether this turn of the event loop has time left for work in this place. The next turn begins a new slice. */
  private mayBegin(place: Place): boolean {
    if (this.sliceBeganMs === null) {
      this.sliceBeganMs = performance.now();
      setImmediate(() => {
        this.sliceBeganMs = null;
        this.next();
      });
    }
    if (place === 'in turn' && this.turns.isCrowded) return false;
    return performance.now() - this.sliceBeganMs < sliceMs;
  }
}
