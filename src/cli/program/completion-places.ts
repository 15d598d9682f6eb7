import { operatingCommands } from './operating-commands';
import { groups, remoteCommands } from './remote-commands';

/** What may be typed at one place: behind `kunci`, behind `kunci keys`, behind `kunci keys create`. */
export interface CompletionPlace {
  /** What is typed before it, without `kunci`. */
  readonly path: string;
  readonly words: readonly string[];
  /** What may follow an option, by its name. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** All places, from the tables of the commands. */
export function completionPlaces(): CompletionPlace[] {
  const remote = remoteCommands.map(({ name, options = [] }) => ({
    path: name,
    words: [...options.map(({ flags }) => longOf(flags)), '--help'],
    values: Object.fromEntries(
      options.flatMap(({ flags, choices }) => (choices ? [[longOf(flags), choices]] : [])),
    ),
  }));
  const operating = operatingCommands.map(({ name, options }) => ({
    path: name,
    words: [...secondWords(name), ...options, '--help'],
    values: {},
  }));
  // What operates on a database as well has a place already.
  const purelyRemote = Object.keys(groups).filter(
    (name) => !operatingCommands.some((one) => one.name === name),
  );
  const grouped = purelyRemote.map((name) => ({ path: name, words: secondWords(name), values: {} }));
  const completion = { path: 'completion', words: ['bash', 'zsh', 'fish', '--help'], values: {} };
  return [{ path: '', words: firstWords(), values: {} }, ...remote, ...grouped, ...operating, completion];
}

function firstWords(): string[] {
  const names = [...remoteCommands, ...operatingCommands].map(({ name }) => name.split(' ')[0] ?? name);
  return [...new Set([...names, 'completion', 'help', '--help', '--version'])];
}

function secondWords(first: string): string[] {
  return remoteCommands.flatMap(({ name }) =>
    name.startsWith(`${first} `) ? [name.slice(first.length + 1)] : [],
  );
}

function longOf(flags: string): string {
  return flags.split(' ')[0] ?? flags;
}
