import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../support/free-port';
import { NginxBefore, testedBasePath } from '../../support/nginx-before';

const root = path.resolve(__dirname, '../../..');
const startDeadlineMs = 60_000;

export interface Server {
  readonly port: number;
  /** `http://127.0.0.1:PORT`, and the path that the run has. */
  readonly address: string;
  /** All it has printed. */
  output(): string;
  /** Ends it; what it had stays. A console that is open sees a lost server. */
  stop(): Promise<void>;
  /** Starts it again after `stop`, at the same address and with the same data. */
  start(): Promise<void>;
  /** Ends it and removes what it had. */
  remove(): Promise<void>;
}

/** Starts the built server, in development mode and so with the demo data, on an empty folder and a free port. */
export async function startServer(env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kunci-browser-'));
  const port = await freePort();
  const behind = testedBasePath === '' ? port : await freePort();
  const address = `http://127.0.0.1:${port}${testedBasePath}`;
  const placed = testedBasePath === '' ? env : { PUBLIC_URL: address, ...env };
  const nginx = testedBasePath === '' ? null : await NginxBefore.start(port, behind, testedBasePath);
  let printed = '';
  let child: ChildProcess | null = null;
  const start = async (): Promise<void> => {
    child = run(folder, behind, placed, (text) => (printed += text));
    await untilReady(child, address, () => printed);
  };
  const stop = async (): Promise<void> => {
    if (child !== null) await end(child);
    child = null;
  };
  const remove = async (): Promise<void> => {
    await stop();
    await nginx?.close();
    rmSync(folder, { recursive: true, force: true });
  };
  await start().catch(async (error: unknown) => {
    await remove();
    throw error;
  });
  return { port, address, output: () => printed, start, stop, remove };
}

function run(
  folder: string,
  port: number,
  env: Readonly<Record<string, string>>,
  hear: (text: string) => void,
): ChildProcess {
  const settings = { DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'warn', ...env };
  // Nothing else of the environment: the settings of the developer's own server are not for this one.
  const { PATH } = process.env;
  const child = spawn(process.execPath, [path.join(root, 'dist/src/main.js')], {
    cwd: folder,
    env: { ...(PATH === undefined ? {} : { PATH }), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => hear(String(chunk)));
  return child;
}

/** The banner comes when the demo data is there; readiness alone could come before. */
async function untilReady(child: ChildProcess, address: string, output: () => string): Promise<void> {
  const deadline = Date.now() + startDeadlineMs;
  while (!output().includes(address)) {
    if (child.exitCode !== null || Date.now() > deadline) {
      await end(child);
      throw new Error(`The server did not start. Is it built (npm run build)? ${output()}`);
    }
    await sleep(50);
  }
  // After a restart the banner of the first start is there already.
  while (!(await answers(address))) {
    if (Date.now() > deadline) throw new Error(`The server does not answer. ${output()}`);
    await sleep(50);
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(`${address}/health/ready`)).ok;
  } catch {
    return false;
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
