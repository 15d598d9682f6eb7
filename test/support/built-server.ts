import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';

const root = path.resolve(__dirname, '../..');
const main = path.join(root, 'dist/src/main.js');
const madeOf = ['src', 'libs', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json', 'package.json'];
const buildTimeoutMs = 170_000;

/**
 * The server as it is shipped. It is built when something it is made of is newer, by one of the suites that ask at the same
 * time, while the others wait.
 * @returns the path of its main file.
 */
export function builtServer(): string {
  if (isFresh()) return main;
  const of = createHash('sha256').update(root).digest('hex').slice(0, 16);
  // A lock that the operating system ends with the process that holds it.
  const lock = new Sqlite(path.join(tmpdir(), `kunci-build-${of}.lock`), { timeout: buildTimeoutMs });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    if (!isFresh()) execFileSync('npm', ['run', 'build:server', '--silent'], { cwd: root, stdio: 'pipe' });
  } finally {
    lock.close();
  }
  return main;
}

function isFresh(): boolean {
  if (!existsSync(main)) return false;
  const builtMs = statSync(main).mtimeMs;
  return madeOf.every((name) => newestMs(path.join(root, name)) < builtMs);
}

function newestMs(file: string): number {
  const stats = statSync(file);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(...readdirSync(file).map((name) => newestMs(path.join(file, name))));
}
