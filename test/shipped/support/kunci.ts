import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtServer } from '../../support/built-server';

/** The command line as it ships. */
export const kunciFile = path.join(path.dirname(builtServer()), 'cli/kunci.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Given {
  /** What is piped in. */
  readonly typed?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A person at a machine of their own, who runs `kunci`. */
export class KunciUser {
  /** Their home; commands run in it. */
  readonly home = mkdtempSync(path.join(tmpdir(), 'kunci-user-'));

  /** Runs a command to its end. */
  async run(args: readonly string[], { typed = '', env = {} }: Given = {}): Promise<Ended> {
    const child = this.start(args, env);
    child.stdin.end(typed);
    return endOf(child);
  }

  /** Runs a line in bash, where `kunci` is the command line. */
  async shell(line: string, env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const script = `kunci() { '${process.execPath}' '${kunciFile}' "$@"; }\n${line}`;
    return endOf(spawn('bash', ['-c', script], { cwd: this.home, env: { ...this.env, ...env } }));
  }

  /** Runs a command at a terminal, where what is typed is echoed unless the command forbids it. */
  async atTerminal(
    args: string,
    typed: readonly (readonly [prompt: string, answer: string])[],
  ): Promise<Ended> {
    const line = `'${process.execPath}' '${kunciFile}' ${args}`;
    const child = spawn('script', ['-qec', line, '/dev/null'], { cwd: this.home, env: this.env });
    const left = [...typed];
    let seen = '';
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      const [next] = left;
      if (next === undefined || !seen.includes(next[0])) return;
      left.shift();
      seen = '';
      child.stdin.write(`${next[1]}\r`);
    });
    return endOf(child);
  }

  /** Starts a command that goes on. */
  start(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [kunciFile, ...args], { cwd: this.home, env: { ...this.env, ...env } });
  }

  leave(): void {
    rmSync(this.home, { recursive: true, force: true });
  }

  private get env(): NodeJS.ProcessEnv {
    return { PATH: process.env['PATH'], HOME: this.home };
  }
}

export async function endOf(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = await once(child, 'close');
  return { code: typeof code === 'number' ? code : null, stdout, stderr };
}
