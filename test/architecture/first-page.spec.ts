import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface SizedFile {
  readonly file: string;
  readonly bytes: number;
}

interface FirstPage {
  firstPage(folder: string): SizedFile[];
  describeFirstPage(files: SizedFile[]): string;
  describeFront(html: string): string;
}

const { describeFirstPage, describeFront, firstPage } = jest.requireActual<FirstPage>(
  '../../tools/console/first-page.cjs',
);

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'kunci-first-page-'));
  mkdirSync(path.join(folder, '.vite'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A built console: its manifest, and for each script that many bytes that cannot be packed. */
function built(manifest: object, bytesOf: Record<string, number>): void {
  writeFileSync(path.join(folder, '.vite/manifest.json'), JSON.stringify(manifest));
  for (const [file, bytes] of Object.entries(bytesOf))
    writeFileSync(path.join(folder, file), randomBytes(bytes));
}

describe('the first page of the console', () => {
  const manifest = {
    'index.html': {
      file: 'main.js',
      isEntry: true,
      imports: ['_react.js'],
      dynamicImports: ['keys.tsx'],
      css: ['a.css'],
    },
    '_react.js': { file: 'react.js', imports: ['_shared.js'] },
    '_shared.js': { file: 'shared.js', imports: ['_react.js'] },
    'keys.tsx': { file: 'keys.js', isDynamicEntry: true, imports: ['_chart.js', '_shared.js'] },
    '_chart.js': { file: 'chart.js' },
  };

  it('is what the entry imports, however far, and not what it loads on demand', () => {
    built(manifest, { 'main.js': 30, 'react.js': 20, 'shared.js': 10, 'keys.js': 1, 'chart.js': 1 });

    expect(firstPage(folder).map(({ file }) => file)).toEqual(['main.js', 'react.js', 'shared.js']);
  });

  it('may have 170 kB, and says how many it has', () => {
    built(manifest, { 'main.js': 120_000, 'react.js': 49_000, 'shared.js': 10, 'keys.js': 90_000 });

    expect(describeFirstPage(firstPage(folder))).toMatch(
      /^The first page loads 169\.\d kB of JavaScript, packed\.$/,
    );
  });

  it('is refused above, with what is in it', () => {
    built(manifest, { 'main.js': 120_000, 'react.js': 50_000, 'shared.js': 10 });

    expect(() => describeFirstPage(firstPage(folder))).toThrow(
      /at most 170\.0 kB.*\n +120\.\d kB {2}main\.js\n/,
    );
  });

  it('is not taken for nothing where Vite names no entry', () => {
    built({ 'keys.tsx': { file: 'keys.js' } }, {});

    expect(() => firstPage(folder)).toThrow('has no entry');
  });
});

describe('the page for signing in', () => {
  const html = (bytes: number): string => randomBytes(bytes).toString('latin1');

  it('may have 40 kB, and says how many it has', () => {
    expect(describeFront(html(20_000))).toMatch(/^The page for signing in has \d\d\.\d kB, packed\.$/);
  });

  it('is refused above', () => {
    expect(() => describeFront(html(45_000))).toThrow('at most 40.0 kB');
  });
});
