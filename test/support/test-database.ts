import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';

export interface TestDatabase {
  readonly kind: 'sqlite' | 'mysql';
  /** What the settings say of it. */
  readonly env: Record<string, string>;
  drop(): Promise<void>;
}

/** An empty database for one suite: on the MySQL server the runner names, or a fresh SQLite folder; or of this kind. */
export async function createTestDatabase(kind?: 'sqlite'): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'kunci-test-'));
  const dropFolder = (): void => rmSync(folder, { recursive: true, force: true });
  const server = process.env['KUNCI_TEST_DATABASE_URL'];
  if (server === undefined || kind === 'sqlite') {
    return {
      kind: 'sqlite',
      env: { DATA_DIR: folder },
      drop: () => {
        dropFolder();
        return Promise.resolve();
      },
    };
  }
  const name = `kunci_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  return {
    kind: 'mysql',
    env: { DATA_DIR: folder, DATABASE_URL: `${server.replace(/\/$/, '')}/${name}` },
    drop: async () => {
      await onServer(server, `DROP DATABASE ${name}`);
      dropFolder();
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const connection = await createConnection(url);
  try {
    await connection.query(statement);
  } finally {
    await connection.end();
  }
}
