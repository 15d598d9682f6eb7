import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './repository';

interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
}

interface Lock {
  readonly packages: Record<
    string,
    Partial<Manifest> & { readonly resolved?: string; readonly integrity?: string; readonly link?: boolean }
  >;
}

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Manifest;
const { packages } = JSON.parse(read('package-lock.json')) as Lock;
const { '': own, ...others } = packages;
/** Without the packages of this repository, which are links to its folders. */
const installed = Object.fromEntries(
  Object.entries(others).filter(([name, { link }]) => link !== true && !/^packages\/[^/]+$/.test(name)),
);

describe('the lock file', () => {
  it('names no registry, so that each machine installs from the one in its own settings', () => {
    expect(Object.keys(installed).filter((name) => installed[name]?.resolved !== undefined)).toEqual([]);
    expect(read('.npmrc').split('\n')).toContain('omit-lockfile-registry-resolved=true');
  });

  it('knows every package by its content', () => {
    expect(Object.keys(installed).filter((name) => installed[name]?.integrity === undefined)).toEqual([]);
  });

  it('is of the packages that package.json names, as `npm ci` demands', () => {
    expect({ ...own?.dependencies }).toEqual(dependencies);
    expect({ ...own?.devDependencies }).toEqual(devDependencies);
  });

  it('has the compiled packages of every platform that people use', () => {
    for (const platform of ['linux-x64-gnu', 'linux-arm64-gnu', 'darwin-arm64', 'win32-x64-msvc']) {
      expect(Object.keys(installed)).toContain(`node_modules/@node-rs/argon2-${platform}`);
    }
  });
});

describe('the commands that every run of CI begins with', () => {
  it('install what the lock file says, and nothing else', () => {
    const commands = read('.ci/run')
      .split('\n')
      .filter((line) => /\bnpm (ci|i|install)\b/.test(line));
    expect(commands).toEqual([expect.stringMatching(/\bnpm ci$/)]);
  });
});
