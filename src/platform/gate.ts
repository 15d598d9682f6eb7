/** Thrown when work waited longer than it may, or found the queue full. */
export class GateTimeout extends Error {
  constructor(readonly gate: string) {
    super(`${gate} is overloaded`);
  }
}

/** Where one queues: behind all who wait, or ahead of all but those who came ahead before. */
export type Place = 'in turn' | 'ahead';

export interface GateLimits {
  /** For the message when it is overloaded. */
  readonly name: string;
  /** How many run at once. */
  readonly capacity: number;
  /** How many may wait in each place; one more is refused at once. */
  readonly queueLimit: number;
  /** How long one may wait, in milliseconds. */
  readonly waitMs: number;
}

/** Lets at most `capacity` pieces of work run at once, first come first served within each place, and bounds the wait of the others. */
export class Gate {
  private running = 0;
  private readonly queues: Record<Place, Waiter[]> = { ahead: [], 'in turn': [] };

  constructor(private readonly limits: GateLimits) {}

  /** Runs `work` when its turn has come. Throws `GateTimeout` when the turn does not come in time. */
  async run<T>(work: () => Promise<T>, place: Place = 'in turn'): Promise<T> {
    await this.enter(place);
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private enter(place: Place): Promise<void> {
    if (this.running < this.limits.capacity) {
      this.running += 1;
      return Promise.resolve();
    }
    if (this.queues[place].length >= this.limits.queueLimit)
      return Promise.reject(new GateTimeout(this.limits.name));
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { proceed: resolve, timer: setTimeout(giveUp, this.limits.waitMs) };
      const { limits } = this;
      const queue = this.queues[place];
      function giveUp(): void {
        queue.splice(queue.indexOf(waiter), 1);
        reject(new GateTimeout(limits.name));
      }
      queue.push(waiter);
    });
  }

  /** Hands the place on directly, so that nobody who comes now can overtake who waits. */
  private leave(): void {
    const next = this.queues.ahead.shift() ?? this.queues['in turn'].shift();
    if (next === undefined) {
      this.running -= 1;
      return;
    }
    clearTimeout(next.timer);
    next.proceed();
  }
}

interface Waiter {
  readonly proceed: () => void;
  readonly timer: NodeJS.Timeout;
}
