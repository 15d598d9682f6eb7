/** Does the same work again and again in the background, never twice at once, and lets a stop wait for its end. */
export class Periodic {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private busy = false;

  /**
   * @param everyMs from one beginning to the next, in milliseconds; a turn that takes longer is skipped over.
   * @param work one turn.
   * @param onFault what is told of a turn that failed; the next one comes all the same.
   */
  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
    private readonly onFault: (error: unknown) => void,
  ) {}

  start(): void {
    this.timer = setInterval(() => {
      if (!this.busy) this.running = this.turn();
    }, this.everyMs);
    // Upkeep alone is no reason to keep a process alive.
    this.timer.unref();
  }

  /** No turn begins after this; resolves when the one under way has ended. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  private async turn(): Promise<void> {
    this.busy = true;
    try {
      await this.work();
    } catch (error) {
      this.onFault(error);
    } finally {
      this.busy = false;
    }
  }
}
