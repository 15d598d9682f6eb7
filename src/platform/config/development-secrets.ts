import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type secretSettings } from './settings';

type Secrets = Record<(typeof secretSettings)[number], string>;

/**
 * The secrets of a development instance: made on the first start into `DATA_DIR`, readable by the owner only, and the same
 * from then on. Production never comes here.
 */
export function developmentSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'development-secrets.json');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(freshSecrets(), null, 2), { mode: 0o600 });
    // A link appears whole and never replaces: of two processes that start at once, one writes and both read the same.
    try {
      linkSync(draft, file);
    } catch (error) {
      if (!isAlreadyThere(error)) throw error;
    } finally {
      unlinkSync(draft);
    }
  }
  // A cast: the file is ours, and its values are checked like those of the environment.
  return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
}

function freshSecrets(): Secrets {
  const secret = (): string => randomBytes(32).toString('base64');
  return { KUNCI_PEPPERS: `v1:${secret()}`, KUNCI_KEKS: `v1:${secret()}`, KUNCI_AUDIT_KEY: secret() };
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
