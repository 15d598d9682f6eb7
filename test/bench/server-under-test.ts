import { Child } from './answering';
import { type Env } from './environment';
import { type Load, type LoadAnswers } from './processes/load';
import { ownerPassword } from './owner';
import { type ServerAnswers } from './processes/server';

const connections = 32;

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

  /** @param view what the public twin of `GET /me` shows; without it there is none. */
  static start(env: Env, view?: unknown): Promise<ServerUnderTest> {
    return ServerUnderTest.of('server', env, view === undefined ? [] : [JSON.stringify(view)]);
  }

  /** Fastify alone, answering this. */
  static bare(view: unknown): Promise<ServerUnderTest> {
    return ServerUnderTest.of('bare', {}, [JSON.stringify(view)]);
  }

  private static async of(process: string, env: Env, args: readonly string[]): Promise<ServerUnderTest> {
    const child = await Child.start<ServerAnswers>(process, { env: { ...env, PORT: '0' }, args });
    return new ServerUnderTest(child, await child.ask('address'));
  }

  /** Loads it from 32 connections. */
  async under(
    caller: Child<LoadAnswers>,
    path: string,
    load: Omit<Load, 'url' | 'connections'>,
  ): Promise<Cost> {
    const before = await this.child.ask('cpuUs');
    const { requests, perSecond } = await caller.ask('load', {
      ...load,
      url: this.address + path,
      connections,
    });
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

  stop(): Promise<void> {
    return this.child.stop();
  }
}
