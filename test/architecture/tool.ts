import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from './repository';

/**
 * Runs a tool of node_modules/.bin in another process, because jest cannot load ES modules that load others at run time.
 *
 * @param name of the tool
 * @param args as on a command line
 * @param directory where it runs
 * @returns the JSON that it printed. It is no fault when it ends with an error code: that is how it says that it found something.
 * @throws with what it said on stderr where it printed no JSON
 */
export function runTool(name: string, args: string[], directory: string): unknown {
  const tool = path.join(root, 'node_modules/.bin', name);
  const { stdout, stderr } = spawnSync(process.execPath, [tool, ...args], {
    cwd: directory,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  try {
    return JSON.parse(stdout);
  } catch (cause) {
    throw new Error(`${name} printed no JSON. ${stderr}`, { cause });
  }
}
