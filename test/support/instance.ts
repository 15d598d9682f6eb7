import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { builtServer } from './built-server';
import { leash } from './leash';
import { Wire } from './wire';

const startDeadlineMs = 40_000;

/** How a process ended: by itself with a code, or by a signal. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The server in a process of its own, as it is started in production. */
export class Instance {
  /** Everything it wrote, line by line. An answer may arrive before the line about it: the whole log is here only once it has ended. */
  readonly lines: string[] = [];
  readonly wire = new Wire(() => this.address);
  readonly ended: Promise<End>;
  private readonly child: ChildProcess;
  private address = '';

  /**
   * Starts it; `listening` tells when it is up.
   * @param env all of its settings; nothing of our own environment but PATH is handed on.
   * @param program the main file of the server: what ships, or a former version.
   */
  constructor(
    private readonly env: Readonly<Record<string, string>>,
    args: readonly string[] = [],
    program = builtServer(),
  ) {
    this.child = spawn(process.execPath, [program, ...args], {
      env: { PATH: process.env['PATH'] ?? '', PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    leash(this.child);
    this.ended = new Promise((resolve) => {
      this.child.once('close', (code, signal) => resolve({ code, signal }));
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => this.read(line));
    }
  }

  /** `http://127.0.0.1:PORT`, once it listens. */
  get url(): string {
    return this.address;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** @throws with what it wrote, where it ended instead or took too long. */
  async listening(): Promise<this> {
    const giveUpAt = performance.now() + startDeadlineMs;
    while (this.address === '') {
      const isOver = this.child.exitCode !== null || performance.now() > giveUpAt;
      if (isOver) throw new Error(`The instance did not start:\n${this.lines.join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    return this;
  }

  /** What it logged with this message. */
  logged(message: string): Record<string, unknown>[] {
    return this.lines.flatMap((line) => parse(line)).filter((entry) => entry['msg'] === message);
  }

  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  wake(): void {
    this.child.kill('SIGCONT');
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Asks it to stop, and waits for that, and for the last line of its log. */
  async stop(): Promise<End> {
    this.wire.close();
    this.child.kill('SIGTERM');
    return this.ended;
  }

  /** Ends it without warning, frozen or not. */
  async kill(): Promise<void> {
    this.wire.close();
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** What it logs is the address that browsers see, which with a port of its own may be that of a proxy. */
  private own(logged: string): string {
    const { PORT, PUBLIC_URL } = this.env;
    return PORT === undefined || PUBLIC_URL === undefined ? logged : `http://127.0.0.1:${PORT}`;
  }

  private read(line: string): void {
    this.lines.push(line);
    for (const entry of parse(line)) {
      if (entry['msg'] === 'listening' && this.address === '')
        this.address = this.own(String(entry['address']));
    }
  }
}

/** Log lines are JSON; the banner and a stack are not. */
function parse(line: string): Record<string, unknown>[] {
  // A cast: a line of the log is an object.
  return line.startsWith('{') ? [JSON.parse(line) as Record<string, unknown>] : [];
}
