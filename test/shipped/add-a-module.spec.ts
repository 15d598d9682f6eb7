import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type CodeBlock, codeBlocks } from '../support/documents';
import { copyOfTheRepository } from '../support/repository-copy';

const guide = 'docs/guides/add-a-module.md';

/** What the new module has to pass, as `npm run check` runs it for everything. */
const checks = [
  'npx tsc --noEmit --incremental false',
  'npx eslint src/suppliers src/manifests.ts test/e2e/suppliers.spec.ts',
  'npx prettier --check src/suppliers src/manifests.ts test/e2e/suppliers.spec.ts docs/openapi.json libs/sdk',
  'npm run --silent arch',
  'npx knip',
  'npx spectral lint --fail-severity=warn docs/openapi.json',
  'npx jest --selectProjects unit --maxWorkers=2 test/architecture',
  'npx jest --selectProjects database --maxWorkers=2 test/e2e/suppliers test/e2e/permissions test/e2e/role-matrix ' +
    'test/contracts/isolation test/contracts/nothing-after-commit test/contracts/event-facts test/contracts/migrations test/contracts/runs-with',
];

/** Only what hangs takes as long. */
const giveUpMs = 900_000;

describe(guide, () => {
  let folder: string;

  beforeAll(() => (folder = copyOfTheRepository()));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it(
    'leads to a module that passes types, lint, architecture, contracts and its own test',
    () => {
      for (const block of codeBlocks(guide).filter(({ marker }) => marker === '')) follow(block, folder);
      for (const check of checks) runIn(folder, check);
    },
    giveUpMs,
  );
});

/** Does what a block says: runs it, or changes the file that the comment above it names. */
function follow({ language, text, comment, line }: CodeBlock, folder: string): void {
  if (language === 'sh') runIn(folder, text);
  if (language !== 'diff') return;
  const [, named = ''] = /file: (\S+)/.exec(comment ?? '') ?? [];
  const whole = fileOf(path.join(folder, named));
  writeFileSync(whole, changed(readFileSync(whole, 'utf8'), text, `${guide}:${line}`));
}

/** @param named a file, or the only file of a folder: `migrations/*.ts`. */
function fileOf(named: string): string {
  if (!named.endsWith('/*.ts')) return named;
  const [only, ...others] = readdirSync(path.dirname(named));
  if (only === undefined || others.length > 0) throw new Error(`${named} is not one file.`);
  return path.join(path.dirname(named), only);
}

/** Applies a diff. */
function changed(before: string, diff: string, place: string): string {
  const lines = diff.split('\n');
  const of = (sign: '+' | '-'): string =>
    lines
      .filter((line) => line.startsWith(sign) || !/^[+-]/.test(line))
      .map((line) => line.slice(1))
      .join('\n');
  const [old, fresh] = [of('-'), of('+')];
  if (before.split(old).length !== 2) throw new Error(`${place} does not stand once in the file:\n${old}`);
  return before.replace(old, () => fresh);
}

function runIn(folder: string, command: string): void {
  const { KUNCI_TEST_DATABASE_URL: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-euo', 'pipefail', '-c', command], {
    cwd: folder,
    env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${command}\nends with ${status}:\n${stdout}\n${stderr}`);
}
