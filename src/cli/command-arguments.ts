import { parseArgs } from 'node:util';

/** What a command takes. */
export interface CommandShape {
  /** As it is typed, for the error message. */
  readonly usage: string;
  readonly operands: number;
  /** How many other arguments it may take. */
  readonly optionalOperands?: number;
  readonly options?: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
}

export interface CommandArguments {
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

/** A command was typed wrongly. Its message ends in how it is typed. */
export class UsageFault extends Error {}

/**
 * Reads the arguments of a command. Nothing is ignored: an unknown option would otherwise be taken
 * for a file, or the command would really do what someone only wanted to try.
 * @throws UsageFault with what is wrong, and how the command is typed.
 */
export function commandArguments(args: readonly string[], shape: CommandShape): CommandArguments {
  const wrong = (why: string): UsageFault => new UsageFault(`${why}\nUsage: ${shape.usage}`);
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...shape.options },
      allowPositionals: true,
    });
    const most = shape.operands + (shape.optionalOperands ?? 0);
    if (positionals.length >= shape.operands && positionals.length <= most)
      return { operands: positionals, options: { ...values } };
    throw wrong(positionals.length < shape.operands ? 'Something is missing.' : 'That is too much.');
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Its second sentence is about Node's own rules for arguments that begin with a dash.
    throw wrong(error.message.split('. ')[0] ?? error.message);
  }
}
