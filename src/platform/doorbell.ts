/** Lets one loop rest until somebody rings. A ring while it works is not lost: the next rest ends at once. */
export class Doorbell {
  private rung = false;
  private wake: (() => void) | null = null;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** Resolves at a ring, after this time in milliseconds, or once the signal aborts. It keeps no process alive. */
  async rest(maxMs: number, signal: AbortSignal): Promise<void> {
    if (!this.rung && !signal.aborted) await this.woken(maxMs, signal);
    this.rung = false;
  }

  private woken(maxMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', end);
        this.wake = null;
        resolve();
      };
      const timer = setTimeout(end, maxMs).unref();
      signal.addEventListener('abort', end);
      this.wake = end;
    });
  }
}
