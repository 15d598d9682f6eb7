import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from '../start-fault';
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
  return parse(file);
}

function parse(file: string): Secrets {
  const text = readFileSync(file, 'utf8');
  try {
    // A cast: the file is ours, and its values are checked like those of the environment.
    return JSON.parse(text) as Secrets;
  } catch {
    // What the parser says repeats a part of the secrets.
    throw new StartFault(
      `${file} is damaged. Put back the one that was there; without it, remove it together with the database.`,
    );
  }
}

function freshSecrets(): Secrets {
  const secret = (): string => randomBytes(32).toString('base64');
  return { KUNCI_PEPPERS: `v1:${secret()}`, KUNCI_KEKS: `v1:${secret()}`, KUNCI_AUDIT_KEY: secret() };
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
