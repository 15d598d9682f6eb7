import cluster, { type Worker } from 'node:cluster';
import { type Logger } from 'pino';
import { type Config } from './platform/config';
import { QuestionRelay } from './platform/workers';

/** How long a worker has to live for its end not to count as one more of a row. */
const soundMs = 30_000;
const firstWaitMs = 250;
const maxWaitMs = 4_000;

/** What a worker tells the process that leads it, once it can be asked everywhere it is to be: Node only tells each port. */
export const listens = 'listens';

/** How many processes are to answer. */
export function workersFor(config: Config, log: Logger): number {
  if (config.workers > 1 && config.database.kind === 'sqlite') {
    log.warn('SQLite takes one process, so one worker runs; for more, name a MySQL server in DATABASE_URL');
    return 1;
  }
  return config.workers;
}

/**
 * Processes that answer on one port, each an instance of its own: they share nothing but the port and the database. The
 * first starts alone, so that one migrates and fills in the demo data. One that dies is replaced, more patiently each time. Figures
 * that each keeps in memory they ask of each other, through this process.
 */
export class Workers {
  private stopping = false;
  private ready = false;
  private deathsInARow = 0;
  private exitCode = 0;
  private finish: (exitCode: number) => void = () => undefined;
  private readonly births = new Map<number, number>();
  private readonly replacements = new Set<NodeJS.Timeout>();
  private readonly listening = new Map<number, Worker>();
  private readonly questions = new QuestionRelay(() => [...this.listening.values()]);

  constructor(
    private readonly count: number,
    private readonly log: Logger,
  ) {}

  /** @returns the exit code, once all have ended after `stop`; or 1 when the first could not start, which says itself why. */
  run(): Promise<number> {
    cluster.on('message', (worker, message) => {
      if (message === listens) this.listens(worker);
      else this.questions.hear(worker, message);
    });
    cluster.on('exit', (worker, code, signal) => this.ended(worker, signal === 'SIGTERM' ? 0 : code));
    this.start();
    return new Promise((resolve) => (this.finish = resolve));
  }

  /** Asks all to finish what they are at, and to end. */
  stop(): void {
    this.stopping = true;
    for (const timer of this.replacements) clearTimeout(timer);
    this.signal('SIGTERM');
    if (this.births.size === 0) this.finish(this.exitCode);
  }

  /** Ends all at once, those as well that are past listening. */
  kill(): void {
    this.signal('SIGKILL');
  }

  private signal(signal: NodeJS.Signals): void {
    for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill(signal);
  }

  private start(): void {
    this.births.set(cluster.fork().id, process.uptime());
  }

  private listens(worker: Worker): void {
    this.log.info({ pid: worker.process.pid }, 'worker listens');
    this.listening.set(worker.id, worker);
    if (this.ready || this.stopping) return;
    this.ready = true;
    for (let others = this.count - 1; others > 0; others -= 1) this.start();
  }

  private ended(worker: Worker, code: number | null): void {
    const livedMs = (process.uptime() - (this.births.get(worker.id) ?? 0)) * 1000;
    this.births.delete(worker.id);
    this.listening.delete(worker.id);
    this.questions.ended(worker.id);
    if (this.stopping || !this.ready) {
      this.exitCode = Math.max(this.exitCode, this.stopping ? (code ?? 1) : 1);
      if (this.births.size === 0) this.finish(this.exitCode);
      return;
    }
    this.deathsInARow = livedMs < soundMs ? this.deathsInARow + 1 : 0;
    const waitMs = Math.min(firstWaitMs * 2 ** this.deathsInARow, maxWaitMs);
    this.log.error({ pid: worker.process.pid, code, againInMs: waitMs }, 'worker ended');
    this.replaceIn(waitMs);
  }

  private replaceIn(waitMs: number): void {
    const timer = setTimeout(() => {
      this.replacements.delete(timer);
      this.start();
    }, waitMs);
    this.replacements.add(timer);
  }
}
