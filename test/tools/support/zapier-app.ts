import { type ChildProcess, fork } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { leash } from '../../support/leash';
import { toolsFolder } from './run-tool';

const source = path.resolve(__dirname, '../../../integrations/zapier');

/** What a person types when they connect. */
export interface Connection {
  readonly baseUrl: string;
  readonly username: string;
  readonly key: string;
}

/** How a step ended: with what it returns, or with an error of Zapier's. */
export interface StepEnd {
  // What a step returns is JSON, which tests look into freely.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly result?: any;
  /** The class of the error, and its message, in which Zapier's own errors are JSON. */
  readonly error?: { readonly name: string; readonly message: string };
}

/** `integrations/zapier` on Zapier's own core, in a process of its own, as Zapier runs it. */
export class ZapierApp {
  private readonly waiting = new Map<number, (end: StepEnd) => void>();
  private count = 0;
  /** What the core logs of requests and answers, which people read in the history of a Zap. */
  logged = '';

  private constructor(
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {
    child.stdout?.on('data', (chunk: Buffer) => (this.logged += chunk.toString()));
    child.on('message', ({ id, ...end }: StepEnd & { id: number }) => this.waiting.get(id)?.(end));
    child.on('exit', () => this.waiting.forEach((end) => end({ error: { name: 'exit', message: '' } })));
  }

  /** Puts the app where its packages are installed, and starts it. */
  static async start(): Promise<ZapierApp> {
    const folder = mkdtempSync(path.join(tmpdir(), 'kunci-zapier-'));
    const isOwn = (file: string): boolean => path.basename(file) !== 'node_modules';
    cpSync(source, folder, { recursive: true, filter: isOwn });
    symlinkSync(toolsFolder(), path.join(folder, 'node_modules'));
    const child = fork(path.join(__dirname, 'zapier-process.cjs'), [folder], {
      env: { ...process.env, DETAILED_LOG_TO_STDOUT: 'true', LOG_TO_STDOUT: 'true' },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    leash(child);
    await new Promise((resolve, reject) => {
      child.once('message', resolve).once('exit', () => reject(new Error('The Zapier app does not start.')));
    });
    return new ZapierApp(folder, child);
  }

  /** @returns what Zapier's schema says against the app. */
  async validate(): Promise<unknown> {
    return (await this.ask({})).result;
  }

  /** @param method such as `triggers.new_key.operation.perform` */
  run(method: string, authData: Connection, inputData: object = {}): Promise<StepEnd> {
    return this.ask({ method, bundle: { authData, inputData } });
  }

  trigger(name: string, connection: Connection, input?: object): Promise<StepEnd> {
    return this.run(`triggers.${name}.operation.perform`, connection, input);
  }

  search(name: string, connection: Connection, input: object): Promise<StepEnd> {
    return this.run(`searches.${name}.operation.perform`, connection, input);
  }

  create(name: string, connection: Connection, input: object): Promise<StepEnd> {
    return this.run(`creates.${name}.operation.perform`, connection, input);
  }

  /** What the app declares of a step, such as `triggers.new_key`. */
  operation(step: string): Promise<StepEnd> {
    return this.ask({ part: `${step}.operation` });
  }

  close(): void {
    this.child.kill('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private ask(question: object): Promise<StepEnd> {
    const id = (this.count += 1);
    return new Promise((resolve) => {
      this.waiting.set(id, (end) => {
        this.waiting.delete(id);
        resolve(end);
      });
      this.child.send({ id, ...question });
    });
  }
}
