import path from 'node:path';
import { preProcessFile } from 'typescript';
import { type SourceFile, sourceFiles } from './repository';

/**
 * Every file that may reach over the fence between tenants, and what for. A new line here is a decision: who reviews it asks
 * why `of(principal)` does not do.
 */
const reviewedDoors: readonly string[] = [];

const unscoped = 'src/platform/database/unscoped';

/** Whether a file imports the unscoped door: by `import`, `import type`, `export from`, `import()` or `require()`. */
function opensTheDoor({ file, text }: SourceFile): boolean {
  const imports = preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return imports.some((name) => resolved(file, name) === unscoped);
}

function resolved(file: string, importedName: string): string {
  const name = importedName.replace(/\.[jt]s$/, '');
  return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name;
}

describe('the doors that cross companies', () => {
  it('are exactly those that were reviewed', () => {
    const doors = sourceFiles('src')
      .filter(opensTheDoor)
      .map(({ file }) => file);

    expect(doors.filter((file) => !file.endsWith('.spec.ts'))).toEqual([...reviewedDoors].sort());
  });

  it.each([
    ['src/api-keys/verification/load.ts', "import { unscoped } from '../../platform/database/unscoped';"],
    ['src/auth/session.ts', "import {\n  unscoped,\n} from '../platform/database/unscoped.js';"],
    ['src/auth/types.ts', "import type { Unscoped } from '../platform/database/unscoped';"],
    ['src/platform/database/index.ts', "export * from './unscoped';"],
    ['src/usage/flush.ts', "const door = await import('../platform/database/unscoped');"],
    ['src/cli/verify-log.ts', "const { unscoped } = require('../platform/database/unscoped');"],
  ])('are seen in %s', (file, text) => {
    expect(opensTheDoor({ file, text })).toBe(true);
  });

  it.each([
    ['src/auth/session.ts', "import { of } from '../platform/database';"],
    ['src/auth/session.ts', "// import '../platform/database/unscoped' would be wrong"],
    ['src/auth/session.ts', "import './platform/database/unscoped';"],
  ])('are not seen where there is none (%s: %s)', (file, text) => {
    expect(opensTheDoor({ file, text })).toBe(false);
  });
});
