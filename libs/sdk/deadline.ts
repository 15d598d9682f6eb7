/**
 * The end of a call: after a time, or when its caller gives up. It has a timer of its own, as `AbortSignal.timeout` and `AbortSignal.any`
 * are held weakly by what listens to them, and may be collected before they fire.
 */
export class Deadline {
  private readonly controller = new AbortController();
  private readonly timer: ReturnType<typeof setTimeout>;
  private readonly giveUp: () => void;

  /** @param caller the caller's own signal, whose reason becomes that of the deadline. */
  constructor(
    timeoutMs: number,
    private readonly caller: AbortSignal,
  ) {
    const late = (): void => this.controller.abort(new DOMException('The time is over.', 'TimeoutError'));
    this.timer = setTimeout(late, timeoutMs);
    this.giveUp = () => this.controller.abort(caller.reason);
    if (caller.aborted) this.giveUp();
    else caller.addEventListener('abort', this.giveUp);
  }

  /** Tells what works for the call that its time is over. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /**
   * Waits for what works for the call, whether or not that listens to the signal.
   *
   * @throws the reason once the time is over: a `TimeoutError`, or that of the caller.
   */
  async within<T>(work: Promise<T>): Promise<T> {
    const { signal } = this;
    let over = (): void => undefined;
    const ending = new Promise<never>((_, reject) => {
      // A cast: only errors are thrown by the timer; what a caller aborts with is handed on as it is.
      over = () => reject(signal.reason as Error);
      if (signal.aborted) over();
      else signal.addEventListener('abort', over);
    });
    try {
      return await Promise.race([work, ending]);
    } finally {
      signal.removeEventListener('abort', over);
    }
  }

  /** The call is over. */
  release(): void {
    clearTimeout(this.timer);
    this.caller.removeEventListener('abort', this.giveUp);
  }
}
