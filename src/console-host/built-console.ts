import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface BuiltConsole {
  readonly folder: string;
  /** The one page, whatever the address. Its scripts and styles are named by their content. */
  readonly page: string;
}

/** What Vite writes beside what it builds. The sources of the console have an index.html, too. */
const markOfABuild = '.vite/manifest.json';

/** The console in a folder, or null where none was built there. */
export function builtConsole(folder: string): BuiltConsole | null {
  if (!existsSync(join(folder, markOfABuild))) return null;
  return { folder, page: readFileSync(join(folder, 'index.html'), 'utf8') };
}
