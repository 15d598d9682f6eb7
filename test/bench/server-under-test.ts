import { setTimeout as pause } from 'node:timers/promises';
import { Child } from './answering';
import { type Env } from './environment';
import { type Load, type LoadAnswers } from './processes/load';
import { ownerPassword } from './owner';
import { type PeerTask } from './peers/task';
import { type ServerAnswers } from './server-answers';

type Peer = 'bare' | 'better-auth' | 'naive' | 'typeorm' | 'unguarded';

interface Start {
  readonly env: Env;
  readonly args: readonly string[];
  readonly log?: string;
}

const connections = 32;
const drainMs = 1_000;

/** What a load cost. */
export interface Cost {
  readonly perSecond: number;
  /** Time on the processor for each request; what the machine does besides does not count. */
  readonly cpuUs: number;
}

/** A server in a process of its own, and what it takes to load it. */
export class ServerUnderTest {
  private constructor(
    private readonly child: Child<ServerAnswers>,
    readonly address: string,
  ) {}

  /**
   * @param view what the public twin of `GET /me` shows; without it there is none.
   * @param log the file that it logs to.
   */
  static start(env: Env, view?: unknown, log?: string): Promise<ServerUnderTest> {
    const args = view === undefined ? [] : [JSON.stringify(view)];
    return ServerUnderTest.of('processes/server', { env, args, ...(log === undefined ? {} : { log }) });
  }

  /**
   * A server of another make that answers the same: one of `peers/`.
   * @param options where it keeps its keys, and its settings.
   */
  static peer(
    name: Peer,
    task: PeerTask,
    log: string,
    { store = '', env = {} }: { store?: string; env?: Env } = {},
  ): Promise<ServerUnderTest> {
    const settings = { ...env, NODE_ENV: 'production' };
    return ServerUnderTest.of(`peers/${name}`, { env: settings, args: [JSON.stringify(task), store], log });
  }

  private static async of(program: string, { env, ...options }: Start): Promise<ServerUnderTest> {
    const child = await Child.start<ServerAnswers>(program, { ...options, env: { ...env, PORT: '0' } });
    return new ServerUnderTest(child, await child.ask('address'));
  }

  /** Loads it from 32 connections. */
  under(caller: Child<LoadAnswers>, path: string, load: Omit<Load, 'url' | 'connections'>): Promise<Cost> {
    return this.underAt(this.address + path, caller, load);
  }

  /** The same on its listener for gateways. @throws where it has none. */
  async underGateways(
    caller: Child<LoadAnswers>,
    path: string,
    load: Omit<Load, 'url' | 'connections'>,
  ): Promise<Cost> {
    const gateways = await this.child.ask('gateways');
    if (gateways === null) throw new Error('The server has no listener for gateways.');
    return this.underAt(gateways + path, caller, load);
  }

  private async underAt(
    url: string,
    caller: Child<LoadAnswers>,
    load: Omit<Load, 'url' | 'connections'>,
  ): Promise<Cost> {
    const before = await this.child.ask('cpuUs');
    const { requests, perSecond } = await caller.ask('load', { ...load, url, connections });
    return { perSecond, cpuUs: ((await this.child.ask('cpuUs')) - before) / requests };
  }

  /** Signs in as the owner of a seeded company. @returns the headers of the session. */
  async signIn(slug: string): Promise<Record<string, string>> {
    const credentials = { username: `owner@${slug}.test`, password: ownerPassword };
    const answered = await this.post('/api/v1/sessions', credentials, {});
    const [cookie = ''] = (answered.headers.get('set-cookie') ?? '').split(';');
    return { cookie };
  }

  /** @throws with the problem, where it is refused. */
  async post(path: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<Response> {
    const answered = await fetch(this.address + path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answered.ok) throw new Error(`${path}: ${await answered.text()}`);
    return answered;
  }

  /** What it has in memory. */
  memoryBytes(): Promise<number> {
    return this.child.ask('memoryBytes');
  }

  async stop(): Promise<void> {
    // Whoever loads it leaves without waiting for the last answers; without callers the server would not wait for them either.
    await pause(drainMs);
    await this.child.stop();
  }
}
