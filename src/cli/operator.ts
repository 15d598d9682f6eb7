import 'reflect-metadata';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { loadConfig } from '../platform/config';
import { commandArguments } from './command-arguments';
import { runCommand } from './run-command';
import { makeOperator } from './make-operator';

/**
 * Makes an operator: `npm run operator -- NAME`. The password is asked for, or read from the first line of what is
 * piped in; it is neither in the environment nor among the arguments, where other processes could read it. On SQLite
 * the server must be stopped first; on MySQL it may run.
 */
async function main(args: readonly string[]): Promise<void> {
  const [username = ''] = commandArguments(args, { usage: 'npm run operator -- NAME', operands: 1 }).operands;
  const config = loadConfig();
  const made = await makeOperator(config, username, await readPassword());
  console.log(`${made.username} is an operator now.`);
}

async function readPassword(): Promise<string> {
  const { stdin, stderr } = process;
  if (stdin.isTTY) stderr.write('Password: ');
  // What is typed is not shown: the terminal's echo goes nowhere.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: nowhere, terminal: stdin.isTTY });
  try {
    for await (const line of lines) return line;
    throw new Error('No password was given');
  } finally {
    lines.close();
    if (stdin.isTTY) stderr.write('\n');
  }
}

runCommand(main);
