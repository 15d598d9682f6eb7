import { parseArgs } from 'node:util';
import { settingNames } from './settings';

/** What a command line says, under the names that the environment has for it. What it cannot mean is added to `faults`. */
export function commandLineSettings(args: readonly string[], faults: string[]): Record<string, string> {
  try {
    const { values } = parseArgs({ args: [...args], options: { workers: { type: 'string' } } });
    return values.workers === undefined ? {} : { WORKERS: values.workers };
  } catch (error) {
    faults.push(faultOf(error));
    return {};
  }
}

function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the command line cannot be read';
  const [option, name] = /^Unknown option '(--?([^']*))'/.exec(error.message)?.slice(1) ?? [];
  if (option === undefined || name === undefined) return error.message;
  const setting = settingNames.find((one) => one === name.replaceAll('-', '_').toUpperCase());
  const instead =
    setting === undefined ? 'the only one is --workers NUMBER' : `set ${setting} in the environment`;
  return `${option} is not an option of the server; ${instead}`;
}
