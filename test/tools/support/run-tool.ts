import { spawn } from 'node:child_process';
import path from 'node:path';
import { text } from 'node:stream/consumers';

export interface ToolRun {
  readonly code: number | null;
  /** What it wrote, to both streams. */
  readonly output: string;
}

/** Where the packages of `test/tools/package.json` are installed. */
export function toolsFolder(): string {
  const folder = process.env['KUNCI_TEST_TOOLS'];
  if (folder === undefined) throw new Error('Nothing is installed: run this with npm run test:tools.');
  return path.join(folder, 'node_modules');
}

/**
 * Runs a program of `test/tools/package.json` to its end.
 * @param name as it is called on a command line, such as `newman`
 * @param cwd where it runs
 */
export async function runTool(name: string, args: readonly string[], cwd: string): Promise<ToolRun> {
  const child = spawn(path.join(toolsFolder(), '.bin', name), args, {
    cwd,
    // Nothing here asks a person, and nobody is told what we do.
    env: { ...process.env, CI: 'true', NO_COLOR: '1', DO_NOT_TRACK: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const [code, out, err] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, output: out + err };
}
