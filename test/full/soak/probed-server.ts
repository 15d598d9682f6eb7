import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Installation } from '../../support/installation';
import { type Instance } from '../../support/instance';
import { createTestDatabase, type TestDatabase } from '../../support/test-database';
import { rowCounts } from './row-counts';

/** What a server holds while nobody asks it for anything. */
export interface Held {
  /** On the JavaScript heap and beside it, right after a collection of garbage. */
  readonly heldBytes: number;
  /** What the system has given to the process. */
  readonly rssBytes: number;
  /** Timers, sockets and requests under way, as Node counts them. */
  readonly handles: number;
  /** Open files and sockets. Zero where the system does not tell (anything but Linux). */
  readonly descriptors: number;
  /** By table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Only what hangs takes as long. */
const giveUpMs = 120_000;

/** The built server in production mode on a database of its own, with a probe that tells what it holds. */
export class ProbedServer {
  private constructor(
    readonly instance: Instance,
    private readonly installation: Installation,
    private readonly database: TestDatabase,
    private readonly folder: string,
  ) {}

  static async start(kind?: 'sqlite'): Promise<ProbedServer> {
    const database = await createTestDatabase(kind);
    const installation = new Installation();
    const folder = mkdtempSync(path.join(tmpdir(), 'kunci-soak-'));
    const instance = installation.launch({
      ...database.env,
      NODE_OPTIONS: `--require ${path.join(__dirname, 'probe.cjs')}`,
      PROBE_FILE: path.join(folder, 'held.json'),
    });
    const server = new ProbedServer(instance, installation, database, folder);
    try {
      await instance.listening();
      return server;
    } catch (error) {
      await server.close();
      throw error;
    }
  }

  /** @returns what it holds now. To be asked when the clients have closed their connections. */
  async held(): Promise<Held> {
    const told = path.join(this.folder, 'held.json');
    rmSync(told, { force: true });
    this.instance.signal('SIGUSR2');
    const giveUpAt = performance.now() + giveUpMs;
    while (!existsSync(told)) {
      if (performance.now() > giveUpAt) throw new Error(`No answer:\n${this.instance.lines.join('\n')}`);
      await pause(50);
    }
    // The log of hours would fill the memory of the test.
    this.instance.lines.splice(0);
    // A cast: the probe writes it.
    const memory = JSON.parse(readFileSync(told, 'utf8')) as Omit<Held, 'descriptors' | 'rows'>;
    return { ...memory, descriptors: this.descriptors(), rows: await rowCounts(this.database) };
  }

  async close(): Promise<void> {
    await this.installation.close();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private descriptors(): number {
    const open = `/proc/${this.instance.pid}/fd`;
    return existsSync(open) ? readdirSync(open).length : 0;
  }
}
