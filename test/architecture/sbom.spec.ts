import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './repository';

interface Bom {
  readonly bomFormat: string;
  readonly components: readonly { readonly name: string; readonly version: string }[];
}

type Versions = Readonly<Record<string, string>>;

describe('the software bill of materials', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kunci-test-'));
  const file = path.join(folder, 'sbom.json');
  // A cast: package.json is ours.
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Versions;
  };
  execFileSync(process.execPath, [path.join(root, 'tools/release/sbom.cjs'), file]);
  // A cast: what is looked at is compared below.
  const bom = JSON.parse(readFileSync(file, 'utf8')) as Bom;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const names = bom.components.map(({ name }) => name);
  const listed = bom.components.map(({ name, version }) => `${name}@${version}`);

  it('is CycloneDX and lists every package that ships, at the version that is pinned', () => {
    expect(bom.bomFormat).toBe('CycloneDX');
    const shipped = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
    expect(listed).toEqual(expect.arrayContaining(shipped));
  });

  it('lists nothing that only builds or tests', () => {
    const tools = ['jest', 'eslint', 'vite', 'react', 'playwright-core'];
    expect(tools.filter((tool) => names.includes(tool))).toEqual([]);
  });
});
