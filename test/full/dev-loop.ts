import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../support/free-port';
import { leash } from '../support/leash';
import { copyOfTheRepository } from '../support/repository-copy';

const { treeCpuMs } = jest.requireActual<{ treeCpuMs(pid: number): number | null }>('../run/tree-cpu.cjs');

/** Only what hangs takes as long. How long things take is judged by the processor time they need. */
const giveUpMs = 300_000;

/** `npm run dev`, in a copy of this repository, on free ports. */
export class DevLoop {
  private printed = '';
  private child: ChildProcess | null = null;

  private constructor(
    readonly folder: string,
    private readonly port: number,
    private readonly consolePort: number,
  ) {}

  static async start(): Promise<DevLoop> {
    const loop = new DevLoop(
      copyOfTheRepository(/^(src|libs|console|tools|[^/]+$)/),
      await freePort(),
      await freePort(),
    );
    loop.run();
    await loop.until('the banner', async () => loop.printed.includes('Demo accounts'));
    return loop;
  }

  /** The origin that a browser opens. */
  get address(): string {
    return `http://127.0.0.1:${this.consolePort}`;
  }

  /** All it has printed. */
  output(): string {
    return this.printed;
  }

  /** The text at a path of the console's address, or null where nothing answers. */
  async text(url: string): Promise<string | null> {
    try {
      const answer = await fetch(`${this.address}${url}`);
      return answer.ok ? await answer.text() : null;
    } catch {
      return null;
    }
  }

  /** Whether both programs have released their ports. */
  async isGone(): Promise<boolean> {
    const ports = [this.port, this.consolePort].map((port) => `http://127.0.0.1:${port}/`);
    const answers = await Promise.allSettled(ports.map((url) => fetch(url)));
    return answers.every(({ status }) => status === 'rejected');
  }

  edit(file: string, change: (text: string) => string): void {
    const place = path.join(this.folder, file);
    const before = readFileSync(place, 'utf8');
    const after = change(before);
    if (after === before) throw new Error(`Nothing was changed in ${file}.`);
    writeFileSync(place, after);
  }

  /** Waits for something. @returns how much processor time the programs spent on it; the clock's, where nothing tells. */
  async until(what: string, isSo: () => Promise<boolean>): Promise<number> {
    const [giveUpAt, before] = [performance.now() + giveUpMs, this.spentMs()];
    while (!(await isSo())) {
      if (performance.now() > giveUpAt) throw new Error(`Gave up waiting for ${what}:\n${this.printed}`);
      await pause(100);
    }
    return this.spentMs() - before;
  }

  /** What a terminal does at Ctrl-C: everything in the group gets the signal. */
  async interrupt(): Promise<void> {
    const child = this.child;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    process.kill(-this.pid, 'SIGINT');
    await ended;
  }

  async remove(): Promise<void> {
    await this.interrupt();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private spentMs(): number {
    return treeCpuMs(this.pid) ?? performance.now();
  }

  private get pid(): number {
    return this.child?.pid ?? 0;
  }

  private run(): void {
    const { PATH = '', HOME = '' } = process.env;
    const settings = { PORT: String(this.port), CONSOLE_PORT: String(this.consolePort), LOG_LEVEL: 'warn' };
    this.child = spawn('npm', ['run', 'dev'], {
      cwd: this.folder,
      env: { PATH, HOME, NO_COLOR: '1', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    leash(this.child);
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk) => (this.printed += String(chunk)));
    }
  }
}

/** The tracked files in their present state, and the packages of the repository. */
