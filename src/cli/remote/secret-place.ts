import { closeSync, fchmodSync, fstatSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { CommandFault } from '../terminal/command-fault';
import { type Call, type CommandOption } from './remote-command';

export const outputFileOption: CommandOption = {
  flags: '--output-file <file>',
  meaning: 'write the secret into a new file that only you can read, and show it nowhere',
};

/**
 * Has a secret made and puts it where it belongs: into the file of `--output-file`, or on standard output. The file is there
 * before the secret is, so that none is lost to a folder that cannot be written.
 * @throws CommandFault where the file exists or cannot be made.
 */
export async function intoPlace<Made extends { readonly secret: string }>(
  { options, terminal }: Call,
  make: () => Promise<Made>,
): Promise<Made> {
  const file = options.text('outputFile');
  if (file === undefined) {
    protectRedirection();
    const made = await make();
    if (!options.flag('json')) terminal.print(made.secret);
    return made;
  }
  const descriptor = openNew(file);
  const made = await make().catch((error: unknown) => {
    closeSync(descriptor);
    rmSync(file);
    throw error;
  });
  writeSync(descriptor, `${made.secret}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  return made;
}

/** What `--json` prints: without the secret where that is in a file. */
export function shownOf<Made extends { readonly secret: string }>(
  { options }: Call,
  made: Made,
): Made | Omit<Made, 'secret'> {
  if (options.text('outputFile') === undefined) return made;
  const { secret: _inTheFile, ...rest } = made;
  return rest;
}

/** A file that the shell has just made for `> FILE` is closed to others, before there is a secret in it. */
function protectRedirection(): void {
  const { fd } = process.stdout;
  const stats = fstatSync(fd);
  if (stats.isFile() && stats.size === 0) fchmodSync(fd, 0o600);
}

function openNew(file: string): number {
  try {
    return openSync(file, 'wx', 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EEXIST') throw new CommandFault('usage', `${file} exists already. Name a new file.`);
    throw new CommandFault('usage', `${file} cannot be made: ${String(code)}.`);
  }
}
