import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './repository';

const made = ['openapi.d.ts', 'schemas.ts', 'idempotent-posts.ts'];
const document = path.join(root, 'docs/openapi.json');
const read = (folder: string) =>
  made.map((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'));
const kept = read(path.join(root, 'libs/sdk'));

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kunci-sdk-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the sdk says when it is made from this document. In another process: the generator is an ES module. */
function madeFrom(file: string): string[][] {
  const generator = path.join(root, 'tools/sdk/generate.cjs');
  execFileSync(process.execPath, [generator, folder, file], { cwd: root, stdio: 'pipe' });
  return read(folder);
}

/** The document with one part of its text replaced. */
function otherwise(part: string, by: string): string {
  const text = readFileSync(document, 'utf8');
  expect(text).toContain(part);
  const file = path.join(folder, 'openapi.json');
  writeFileSync(file, text.replace(part, by));
  return file;
}

const countOfDifferences = (lines: string[][]): number[] =>
  lines.map((now, at) => now.filter((line, index) => line !== kept[at]?.[index]).length);

describe('libs/sdk', () => {
  it('is what docs/openapi.json says; otherwise: npm run sdk', () => {
    expect({ doThis: 'npm run sdk', differences: countOfDifferences(madeFrom(document)) }).toEqual({
      doThis: 'npm run sdk',
      differences: [0, 0, 0],
    });
  });

  it('follows a bound that is moved', () => {
    expect(countOfDifferences(madeFrom(otherwise('"maximum": 604800', '"maximum": 3600')))).toEqual([
      0, 1, 0,
    ]);
  });

  it('follows a field that gets another name', () => {
    const [types, schemas] = countOfDifferences(madeFrom(otherwise('"overlapSeconds": {', '"overlap": {')));
    expect([types, schemas]).not.toContain(0);
  });

  it('follows an operation that no longer takes an Idempotency-Key', () => {
    expect(countOfDifferences(madeFrom(otherwise('"Idempotency-Key"', '"Another"')))[2]).toBeGreaterThan(0);
  });

  it('does not leave out what it has no words for', () => {
    const odd = otherwise('"maximum": 604800', '"multipleOf": 60');

    expect(() => madeFrom(odd)).toThrow('No source for multipleOf of a schema of the type integer.');
  });
});
