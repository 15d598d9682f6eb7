import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The root of this repository. */
export const root = path.resolve(__dirname, '../..');

/** A file of the repository: its path from the root, with `/` on every system, and its text. */
export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

/** Every TypeScript and JavaScript file under the given folders, in the order of their names. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.posix.join(folder, name.replaceAll(path.sep, '/')),
      ),
    )
    .filter((file) => /\.[cm]?[jt]sx?$/.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
}
