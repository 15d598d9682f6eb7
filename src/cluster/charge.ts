import { type Logger } from 'pino';
import { Doorbell, secondMs } from '../platform';

const againMs = secondMs;

/** Work of which one instance at a time has charge. */
export interface Duty {
  /** Of its lease, at most 64 characters. */
  readonly name: string;
  /**
   * Works until the signal aborts: because another instance may have taken over, or the server stops. What it has begun by
   * then it may end. What it throws is logged, and it is called again.
   */
  work(signal: AbortSignal): Promise<void>;
}

/** A duty on this instance: at work, or not. */
export class Charge {
  private stop: AbortController | null = null;
  private ended: Promise<void> = Promise.resolve();

  constructor(
    readonly duty: Duty,
    private readonly log: Logger,
  ) {}

  /** Starts the work, unless it is under way. */
  begin(): void {
    if (this.stop !== null) return;
    const stop = new AbortController();
    this.stop = stop;
    // An earlier one may still be ending.
    this.ended = this.ended.then(() => this.work(stop.signal));
  }

  /** Resolves when the work has ended. */
  async end(): Promise<void> {
    this.stop?.abort();
    this.stop = null;
    await this.ended;
  }

  private async work(signal: AbortSignal): Promise<void> {
    const pause = new Doorbell();
    while (!signal.aborted) {
      try {
        await this.duty.work(signal);
      } catch (err) {
        this.log.warn({ err, duty: this.duty.name }, 'a duty failed, and begins again');
      }
      await pause.rest(againMs, signal);
    }
  }
}
