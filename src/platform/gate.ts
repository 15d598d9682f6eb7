/** Thrown when work waited longer than it may, or found the queue full. */
export class GateTimeout extends Error {
  constructor(readonly gate: string) {
    super(`${gate} is overloaded`);
  }
}

export interface GateLimits {
  /** For the message when it is overloaded. */
  readonly name: string;
  /** How many run at once. */
  readonly capacity: number;
  /** How many may wait; one more is refused at once. */
  readonly queueLimit: number;
  /** How long one may wait, in milliseconds. */
  readonly waitMs: number;
}

/** Lets at most `capacity` pieces of work run at once, first come first served, and bounds the wait of the others. */
export class Gate {
  private running = 0;
  private readonly queue: Waiter[] = [];

  constructor(private readonly limits: GateLimits) {}

  /** Runs `work` when its turn has come. Throws `GateTimeout` when the turn does not come in time. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private enter(): Promise<void> {
    if (this.running < this.limits.capacity) {
      this.running += 1;
      return Promise.resolve();
    }
    if (this.queue.length >= this.limits.queueLimit) return Promise.reject(new GateTimeout(this.limits.name));
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { proceed: resolve, timer: setTimeout(giveUp, this.limits.waitMs) };
      const { queue, limits } = this;
      function giveUp(): void {
        queue.splice(queue.indexOf(waiter), 1);
        reject(new GateTimeout(limits.name));
      }
      queue.push(waiter);
    });
  }

  /** Hands the place on directly, so that nobody who comes now can overtake who waits. */
  private leave(): void {
    const next = this.queue.shift();
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
