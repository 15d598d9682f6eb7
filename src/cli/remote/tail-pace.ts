import { CommandFault } from '../terminal/command-fault';

const shortestMs = 1000;
const longestMs = 30_000;
/** As long as a server may ask for. A longer timer would also overflow, and end at once. */
const longestAskedMs = 3_600_000;

/** How long to wait between requests: longer with each that fails in a row. */
export class TailPace {
  private readonly intervalMs: number;
  private pauseMs: number;

  /** @param intervalMs between requests that are answered; at least a second. */
  constructor(intervalMs: number) {
    this.intervalMs = Math.max(shortestMs, intervalMs);
    this.pauseMs = this.intervalMs;
  }

  /** @returns milliseconds to wait after an answer. */
  afterAnswer(): number {
    this.pauseMs = this.intervalMs;
    return this.pauseMs;
  }

  /** @returns milliseconds to wait after a fault that passes; null for one that stays, such as a session that has ended. */
  afterFault(error: unknown): number | null {
    if (!(error instanceof CommandFault)) return null;
    const { outcome, retryAfterMs } = error;
    if (outcome !== 'unavailable' && retryAfterMs === null) return null;
    this.pauseMs = Math.min(longestMs, this.pauseMs * 2);
    return Math.max(this.pauseMs, Math.min(longestAskedMs, retryAfterMs ?? 0));
  }
}
