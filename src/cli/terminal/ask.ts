import { createInterface } from 'node:readline/promises';
import { CommandFault } from './command-fault';

/**
 * Asks at the terminal.
 * @returns the answer without blanks around it.
 * @throws CommandFault where Ctrl-C, Ctrl-D or the end of the terminal is the answer.
 */
export async function ask(
  question: string,
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stderr,
): Promise<string> {
  const lines = createInterface({ input, output });
  const closed = new AbortController();
  lines.once('close', () => closed.abort());
  try {
    return (await lines.question(question, { signal: closed.signal })).trim();
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error;
    output.write('\n');
    throw new CommandFault('refused', 'There was no answer. Nothing was changed.');
  } finally {
    lines.close();
  }
}

/**
 * Has an act confirmed that cannot be undone.
 * @param confirmed whether `--yes` was given, which leaves nothing to ask.
 * @throws CommandFault where the answer is not yes, or nobody is there to give one.
 */
export async function assertConfirmed(act: string, confirmed: boolean): Promise<void> {
  if (confirmed) return;
  if (!process.stdin.isTTY)
    throw new CommandFault('usage', `${act} Nobody is at a terminal to confirm that: add --yes.`);
  const answer = await ask(`${act} Continue? [y/N] `);
  if (!/^y(es)?$/i.test(answer)) throw new CommandFault('refused', 'Nothing was changed.');
}
