import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createConnection } from 'mysql2/promise';

export type Env = Readonly<Record<string, string>>;

/** Where everything happens: databases on one server, and settings as in production. */
export class Ground {
  private readonly made: string[] = [];
  private readonly folder = mkdtempSync(path.join(tmpdir(), 'kunci-bench-'));
  private readonly secrets: Env;

  constructor(
    private readonly serverUrl: string,
    readonly quick: boolean,
  ) {
    const secret = (): string => randomBytes(32).toString('base64');
    this.secrets = {
      KUNCI_PEPPERS: `v1:${secret()}`,
      KUNCI_KEKS: `v1:${secret()}`,
      KUNCI_AUDIT_KEY: secret(),
    };
  }

  /** An empty database. @returns the settings of every process that works on it. */
  async database(): Promise<Env> {
    const name = `kunci_bench_${randomBytes(6).toString('hex')}`;
    await this.query(`CREATE DATABASE ${name}`);
    this.made.push(name);
    const url = `${this.serverUrl.replace(/\/$/, '')}/${name}`;
    const quiet = { KUNCI_MODE: 'production', LOG_LEVEL: 'warn', DATA_DIR: this.folder };
    return { ...this.secrets, ...quiet, DATABASE_URL: url };
  }

  /** Where a server logs to, as it would in production: a file of its own. */
  logFile(name: string): string {
    return path.join(this.folder, `${name}.log`);
  }

  /** What the database server says of itself. */
  async variables(names: readonly string[]): Promise<Record<string, string>> {
    const list = names.map((name) => `'${name}'`).join(', ');
    const rows = await this.query(`SHOW GLOBAL VARIABLES WHERE Variable_name IN (${list})`);
    return Object.fromEntries(rows.map((row) => [String(row['Variable_name']), String(row['Value'])]));
  }

  /** How many statements the database server was sent so far, by everybody. */
  async statements(): Promise<number> {
    const [row] = await this.query("SHOW GLOBAL STATUS LIKE 'Questions'");
    return Number(row?.['Value']);
  }

  async clear(): Promise<void> {
    for (const name of this.made) await this.query(`DROP DATABASE ${name}`);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async query(statement: string): Promise<Record<string, unknown>[]> {
    const connection = await createConnection(this.serverUrl);
    try {
      const [rows] = await connection.query(statement);
      // A cast: the driver cannot know what a statement returns.
      return rows as Record<string, unknown>[];
    } finally {
      await connection.end();
    }
  }
}
