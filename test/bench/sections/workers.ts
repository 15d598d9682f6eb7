import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Env } from '../environment';
import { holdToHalfACore } from '../half-a-core';
import { keyText } from '../key-texts';
import { inTurns, ratios } from '../rounds';
import { row, type Row } from '../row';
import { type Stage } from '../stage';
import { freePort } from '../../support/free-port';

const section = 'Workers';
const program = path.resolve(__dirname, '../../../src/main.js');
const headers = { 'x-api-key': keyText(0) };
const connections = 32;
const lookEveryMs = 50;
const startDeadlineMs = 60_000;

/** Two workers against one, each held to half a core; the load and the database have the rest of the machine. */
export async function workers({ ground, caller, small, rounds, seconds }: Stage): Promise<Row[]> {
  const one = await Held.start(small.env, 1, ground.logFile('one'));
  const two = await Held.start(small.env, 2, ground.logFile('two'));
  const load = (side: Held) => async (): Promise<number> => {
    const { perSecond } = await caller.ask('load', { url: side.url, headers, connections, seconds });
    return perSecond;
  };
  try {
    await inTurns(1, { one: load(one), two: load(two) });
    const rates = await inTurns(rounds, { one: load(one), two: load(two) });
    return [
      row(section, 'two workers : one, half a core each', 'ratio', ratios(rates.two, rates.one), {
        atLeast: 1.8,
      }),
      row(section, 'one worker, half a core', 'requests/s', rates.one),
      row(section, 'two workers, half a core each', 'requests/s', rates.two),
    ];
  } finally {
    await Promise.all([one.stop(), two.stop()]);
  }
}

/** The program that ships, with so many workers that answer. */
class Held {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
    private readonly release: () => void,
  ) {}

  static async start(env: Env, count: number, log: string): Promise<Held> {
    const port = await freePort();
    const { PATH = '' } = process.env;
    const output = openSync(log, 'a');
    const child = spawn(process.execPath, [program, '--workers', String(count)], {
      env: { PATH, ...env, LOG_LEVEL: 'info', PORT: String(port) },
      stdio: ['ignore', output, 'inherit'],
    });
    closeSync(output);
    const pid = child.pid ?? 0;
    const url = `http://127.0.0.1:${port}/core/api/v1/me`;
    const giveUpAt = performance.now() + startDeadlineMs;
    while (!(await answers(url)) || (count > 1 && childrenOf(pid).length < count)) {
      if (performance.now() > giveUpAt) throw new Error(`It did not start: ${log}`);
      await pause(lookEveryMs);
    }
    return new Held(child, url, holdToHalfACore(count > 1 ? childrenOf(pid) : [pid]));
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
    this.release();
  }
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { headers }).then(
    ({ ok }) => ok,
    () => false,
  );
}

function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return children.split(' ').filter(Boolean).map(Number);
}
