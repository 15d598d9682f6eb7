import { type DestinationStream, pino } from 'pino';

/** How long a line waits at most, and how many characters wait before they are written at once. */
const waitMs = 50;
const maxWaiting = 16_384;
/** Pino's number of `info`. What is worse is written at once: the process may be about to end. */
const info = 30;

/**
 * Writes log lines in batches: a system call for each line costs more than the line. After a quiet moment a line is written
 * at once; those that follow within 50 ms are written together. `flush` writes what waits. Only a process that is killed,
 * without a signal that it can handle, loses the lines of its last 50 ms.
 */
export class BatchedLines implements DestinationStream {
  /** Tells pino to set `lastLevel` before it writes a line. */
  readonly [pino.symbols.needsMetadataGsym] = true;
  lastLevel = info;
  private waiting = '';
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly out: DestinationStream) {}

  write(line: string): void {
    this.waiting += line;
    if (this.timer === null || this.lastLevel > info || this.waiting.length >= maxWaiting) this.flush();
    // A process that has nothing else to do need not stay for this: it flushes when it ends.
    this.timer ??= setTimeout(() => this.quieten(), waitMs).unref();
  }

  /** Writes what waits, and returns once it is written. */
  flush(): void {
    if (this.waiting === '') return;
    const lines = this.waiting;
    this.waiting = '';
    this.out.write(lines);
  }

  private quieten(): void {
    const isQuiet = this.waiting === '';
    this.flush();
    this.timer = isQuiet ? null : setTimeout(() => this.quieten(), waitMs).unref();
  }
}
