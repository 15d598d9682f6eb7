import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { apiKey } from '@better-auth/api-key';
import { betterAuth } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { getMigrations } from 'better-auth/db/migration';
import Database from 'better-sqlite3';

/**
 * One key of better-auth, and how it is verified. It limits no rate, which would cost it a write, and neither does our key.
 * @param {string} store `sqlite`, or anything else for memory.
 */
export async function verifierOn(store) {
  const options = {
    baseURL: 'http://localhost',
    secret: randomBytes(32).toString('base64'),
    database: store === 'sqlite' ? onDisk() : memoryAdapter(emptyTables()),
    emailAndPassword: { enabled: true },
    plugins: [apiKey({ rateLimit: { enabled: false } })],
  };
  if (store === 'sqlite') await (await getMigrations(options)).runMigrations();
  const { api } = betterAuth(options);
  const { user } = await api.signUpEmail({
    body: { email: 'owner@bench.test', password: randomBytes(16).toString('hex'), name: 'Owner' },
  });
  const { key } = await api.createApiKey({ body: { userId: user.id, name: 'bench' } });
  return { key, verify: async (given) => (await api.verifyApiKey({ body: { key: given } })).valid };
}

function emptyTables() {
  return { user: [], session: [], account: [], verification: [], apikey: [] };
}

/** With a log written ahead, which is not flushed at each commit: cheaper than it is out of the box. */
function onDisk() {
  const folder = mkdtempSync(path.join(tmpdir(), 'kunci-bench-better-auth-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const database = new Database(path.join(folder, 'keys.sqlite'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  return database;
}
