import { parseArgs } from 'node:util';

/** What a command line says, under the names that the environment has for it. What it cannot mean is added to `faults`. */
export function commandLineSettings(args: readonly string[], faults: string[]): Record<string, string> {
  try {
    const { values } = parseArgs({ args: [...args], options: { workers: { type: 'string' } } });
    return values.workers === undefined ? {} : { WORKERS: values.workers };
  } catch (error) {
    faults.push(error instanceof Error ? error.message : 'the command line cannot be read');
    return {};
  }
}
