/** Lets callers go one after the other, in the order they came; but nobody waits longer than they want to. */
export class Turns {
  private readonly waiting: (() => void)[] = [];
  private isTaken = false;

  /** @param maxWaitMs after which it is the caller's turn in any case. @returns what `work` returns. */
  async take<T>(work: () => Promise<T>, maxWaitMs: number): Promise<T> {
    if (this.isTaken) await this.turn(maxWaitMs);
    this.isTaken = true;
    try {
      return await work();
    } finally {
      this.pass();
    }
  }

  private turn(maxWaitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(go), 1);
        go();
      }, maxWaitMs);
      this.waiting.push(go);
    });
  }

  private pass(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.isTaken = false;
    else next();
  }
}
