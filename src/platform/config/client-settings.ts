import { homedir } from 'node:os';
import { join } from 'node:path';

/** What the command line takes from the environment of the person who runs it. The server reads none of these. */
export interface ClientSettings {
  /** `KUNCI_URL`: the server to call. Null where it is not set. */
  readonly url: string | null;
  /** `KUNCI_KEY`: the key to call it with. Null where it is not set. */
  readonly key: string | null;
  /** Where `kunci login` keeps what it was given, after the XDG Base Directory Specification. */
  readonly folder: string;
  /** Whether colours are unwelcome: `NO_COLOR` (https://no-color.org), or a terminal that has none. */
  readonly isPlain: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The names in the environment that are of the command line alone. */
export const clientSettingNames: readonly string[] = ['KUNCI_URL', 'KUNCI_KEY'];

/** @param env the environment of the process, or another; an empty variable counts as absent. */
export function clientSettings(env: Environment = process.env): ClientSettings {
  const given = (name: string): string | null => env[name]?.trim() || null;
  // The specification ignores a relative path.
  const xdg = given('XDG_CONFIG_HOME');
  const config = xdg?.startsWith('/') ? xdg : join(homedir(), '.config');
  return {
    url: given('KUNCI_URL'),
    key: given('KUNCI_KEY'),
    folder: join(config, 'kunci'),
    isPlain: given('NO_COLOR') !== null || given('TERM') === 'dumb',
  };
}
