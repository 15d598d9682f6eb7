import { closeSync, fchmodSync, fstatSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { CommandFault } from '../terminal/command-fault';
import { type Call, type CommandOption } from './remote-command';

export const outputFileOption: CommandOption = {
  flags: '--output-file <file>',
  meaning: 'write the secret into a new file that only you can read, and show it nowhere',
};

interface Made {
  readonly secret: string;
  /** Absent where the secret can be shown again. */
  readonly key?: { readonly id: string };
}

/**
 * Has a secret made and puts it where it belongs: into the file of `--output-file`, or on standard output, with `--json` with all
 * that was answered. The file is there before the secret is, so that none is lost to a folder that cannot be written.
 * @throws CommandFault where the file exists or cannot be made, and where the secret was made and could not be written.
 */
export async function intoPlace<Answer extends Made>(
  { options, terminal }: Call,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const file = options.text('outputFile');
  if (file === undefined) {
    protectRedirection();
    const made = await make();
    const shown = options.flag('json') ? JSON.stringify(made, null, 2) : made.secret;
    await terminal.handOver(shown).catch((error: unknown) => {
      throw lost(made, 'to standard output', error);
    });
    return made;
  }
  const descriptor = openNew(file);
  const made = await make().catch((error: unknown) => {
    closeSync(descriptor);
    rmSync(file);
    throw error;
  });
  fill(descriptor, file, made);
  const { secret: _inTheFile, ...rest } = made;
  if (options.flag('json')) terminal.printJson(rest);
  return made;
}

function fill(descriptor: number, file: string, made: Made): void {
  try {
    writeSync(descriptor, `${made.secret}\n`);
    fsyncSync(descriptor);
  } catch (error) {
    throw lost(made, `into ${file}`, error);
  } finally {
    closeSync(descriptor);
  }
}

function lost({ key }: Made, where: string, error: unknown): CommandFault {
  const again =
    key === undefined
      ? 'It can be shown again: kunci keys reveal.'
      : `The key is there, and nobody has its secret. Give it another: kunci keys rotate ${key.id}`;
  return new CommandFault('refused', `The secret could not be written ${where}: ${codeOf(error)}.`, [again]);
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
    const code = codeOf(error);
    if (code === 'EEXIST') throw new CommandFault('usage', `${file} exists already. Name a new file.`);
    throw new CommandFault('usage', `${file} cannot be made: ${code}.`);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
