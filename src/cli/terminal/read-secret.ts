import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { CommandFault } from './command-fault';

/**
 * Asks for a secret without showing what is typed, or reads the first line of what is piped in. A secret is neither in the
 * environment nor among the arguments, where other processes could read it.
 * @param label what is asked for, such as `Password`.
 * @throws CommandFault where nothing was given.
 */
export async function readSecret(label: string): Promise<string> {
  const { stdin, stderr } = process;
  // What is typed is not shown: the terminal's echo goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: stdin.isTTY });
  // Only now: what is typed before readline has the terminal would be shown.
  if (stdin.isTTY) stderr.write(`${label}: `);
  try {
    const first = await lines[Symbol.asyncIterator]().next();
    if (first.done !== true && first.value !== '') return first.value;
    throw new CommandFault('usage', `No ${label.toLowerCase()} was given`);
  } finally {
    lines.close();
    if (stdin.isTTY) stderr.write('\n');
  }
}
