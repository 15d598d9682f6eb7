import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** The last commit of version 0.1.0. */
const formerCommit = 'a8c029faec28d85817453031bd10cf7e7cc8743a';

export interface FormerVersion {
  /** The main file of its server. */
  readonly main: string;
  /** Removes what was built. */
  remove(): void;
}

/**
 * Builds the server of version 0.1.0 from its commit, with the packages of this version, which satisfy it.
 * @throws where the clone does not reach back so far.
 */
export function buildFormerVersion(commit = formerCommit): FormerVersion {
  assertThere(commit);
  const folder = mkdtempSync(path.join(tmpdir(), 'kunci-former-'));
  const archive = path.join(folder, 'source.tar');
  const parts = ['src', 'libs', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];
  git('archive', '--format=tar', `--output=${archive}`, commit, ...parts);
  execFileSync('tar', ['-xf', archive, '-C', folder]);
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  // Its types were checked when it was made.
  execFileSync(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--noCheck'], {
    cwd: folder,
    stdio: 'pipe',
  });
  return {
    main: path.join(folder, 'dist/src/main.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function assertThere(commit: string): void {
  const { status } = spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: root });
  if (status !== 0)
    throw new Error(
      `The former version cannot be built: commit ${commit} is not in this clone. Fetch the whole history with ` +
        '`git fetch --unshallow`, or clone without `--depth`.',
    );
}

function git(...args: string[]): void {
  execFileSync('git', args, { cwd: root, stdio: 'pipe' });
}
