import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';

/** What a process can be asked, by name: each takes one plain value and answers with another. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answers = Readonly<Record<string, (asked: any) => unknown>>;

interface Asked {
  readonly id: number;
  readonly what: string;
  readonly value: unknown;
}

type Answered = { readonly id: number } & ({ readonly answer: unknown } | { readonly fault: string });

/** In a child: answers what the parent asks from now on, and ends when the parent is gone. */
export function answer(answers: Answers): void {
  process.on('message', ({ id, what, value }: Asked) => {
    const answering = Promise.resolve().then(() => answers[what]?.(value));
    const send = (answered: Answered): void => void process.send?.(answered);
    answering.then(
      (given) => send({ id, answer: given }),
      (fault: unknown) => send({ id, fault: fault instanceof Error ? String(fault.stack) : String(fault) }),
    );
  });
  process.once('disconnect', () => process.exit(0));
  process.send?.({ id: 0, answer: null } satisfies Answered);
}

/** In the parent: a process of its own that answers. */
export class Child<A extends Answers> {
  private readonly waiting = new Map<number, (answered: Answered) => void>();
  private readonly ready: Promise<Answered>;
  private asked = 0;

  private constructor(private readonly child: ChildProcess) {
    this.ready = new Promise((resolve) => this.waiting.set(0, resolve));
    child.on('message', (answered: Answered) => {
      this.waiting.get(answered.id)?.(answered);
      this.waiting.delete(answered.id);
    });
    child.once('exit', (code, signal) => {
      for (const [id, tell] of this.waiting) tell({ id, fault: `The process ended: ${code ?? signal}` });
    });
  }

  /**
   * Starts a program of this folder, such as `processes/server`, and waits until it answers.
   * @param env all of its settings; nothing of our own environment but PATH is handed on.
   * @param log the file that its standard output is appended to; our own output if there is none.
   * @param folder where the programs are, if they are not beside this file.
   */
  static async start<A extends Answers>(
    program: string,
    { env = {}, args = [], execArgv = [], log, folder = __dirname }: StartOptions = {},
  ): Promise<Child<A>> {
    const { PATH = '' } = process.env;
    const output = log === undefined ? 'inherit' : openSync(log, 'a');
    const forked = fork(path.join(folder, `${program}.js`), [...args], {
      ...{ env: { PATH, ...env }, execArgv: [...execArgv] },
      stdio: ['ignore', output, 'inherit', 'ipc'],
    });
    if (typeof output === 'number') closeSync(output);
    const child = new Child<A>(forked);
    orThrow(await child.ready);
    return child;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** @throws what went wrong over there. */
  async ask<N extends keyof A & string>(
    what: N,
    ...[value]: Parameters<A[N]>
  ): Promise<Awaited<ReturnType<A[N]>>> {
    const id = (this.asked += 1);
    const answered = new Promise<Answered>((resolve) => this.waiting.set(id, resolve));
    this.child.send({ id, what, value } satisfies Asked);
    // A cast: both sides are compiled against the same `Answers`.
    return orThrow(await answered) as Awaited<ReturnType<A[N]>>;
  }

  /** Asks it to stop as a process is asked, and waits until it has ended. */
  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
  }
}

interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  readonly execArgv?: readonly string[];
  readonly log?: string;
  readonly folder?: string;
}

function orThrow(answered: Answered): unknown {
  if ('fault' in answered) throw new Error(answered.fault);
  return answered.answer;
}
