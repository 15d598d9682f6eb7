import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from './repository';

/**
 * Lays out a tree like this repository's, in which code may be broken on purpose: the tsconfig.json and the node_modules are
 * the repository's.
 *
 * @param files the text of each file, by its path from the root of the tree
 * @returns the root of the tree, and what removes it
 */
export function scratchTree(files: Record<string, string>): { directory: string; remove: () => void } {
  const directory = realpathSync(mkdtempSync(path.join(tmpdir(), 'kunci-tree-')));
  copyFileSync(path.join(root, 'tsconfig.json'), path.join(directory, 'tsconfig.json'));
  symlinkSync(path.join(root, 'node_modules'), path.join(directory, 'node_modules'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(directory, file)), { recursive: true });
    writeFileSync(path.join(directory, file), text);
  }
  return { directory, remove: () => rmSync(directory, { recursive: true }) };
}
