import { readFileSync } from 'node:fs';
import path from 'node:path';
import { programVersion } from '../../src/platform/version';
import { root } from './repository';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('the version', () => {
  // A cast: it is compared below.
  const { version } = JSON.parse(read('package.json')) as { version: string };

  it('is the same in the lock file, the program, the document of the API and the form for bugs', () => {
    const lock = JSON.parse(read('package-lock.json'));

    expect([lock.version, lock.packages[''].version]).toEqual([version, version]);
    expect(programVersion).toBe(version);
    expect(JSON.parse(read('docs/openapi.json')).info.version).toBe(version);
    expect(read('.github/ISSUE_TEMPLATE/bug.yml')).toContain(`Kunci ${version}`);
  });

  it('is the newest of the change log, below what is not released yet, and has a section of its own in UPGRADE.md', () => {
    const [unreleased, newest] = [...read('CHANGELOG.md').matchAll(/^## \[(.+?)\](.*)$/gm)];

    expect(unreleased?.[1]).toBe('Unreleased');
    expect(newest?.[1]).toBe(version);
    expect(newest?.[2]).toMatch(/^ - \d{4}-\d{2}-\d{2}$/);
    expect(read('UPGRADE.md')).toMatch(new RegExp(`^## .*\\b${version.replaceAll('.', '\\.')}$`, 'm'));
  });
});
