import { PassThrough } from 'node:stream';
import { OptionValues } from '../../src/cli/remote/option-values';
import { type Call } from '../../src/cli/remote/remote-command';
import { Terminal } from '../../src/cli/terminal/terminal';
import { type ClientSettings } from '../../src/platform/config/client-settings';

/** A command of the command line as it was typed, and what it wrote. */
export interface TypedCommand {
  readonly call: Call;
  readonly out: PassThrough;
  readonly printed: () => string;
  readonly told: () => string;
  /** Takes the exit code where the reader of a list has gone. */
  readonly ended: jest.Mock;
}

/** @param settings what is in the environment; nobody is signed in if left out. */
export function typed(
  options: Readonly<Record<string, unknown>> = {},
  settings: Partial<ClientSettings> = {},
): TypedCommand {
  const [out, errors] = [new PassThrough(), new PassThrough()];
  const texts = [textOf(out), textOf(errors)] as const;
  // Casts: a terminal writes, and asks whether it has colours.
  const terminal = new Terminal(
    true,
    out as unknown as NodeJS.WriteStream,
    errors as unknown as NodeJS.WriteStream,
  );
  const none = { url: null, key: null, folder: '/nonexistent', isPlain: true };
  const call = {
    terminal,
    operands: [],
    options: new OptionValues(options),
    settings: { ...none, ...settings },
  };
  return { call, out, printed: texts[0], told: texts[1], ended: jest.fn() };
}

function textOf(stream: PassThrough): () => string {
  return () => String(stream.read() ?? '');
}
