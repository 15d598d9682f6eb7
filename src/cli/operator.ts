import 'reflect-metadata';
import { loadConfig } from '../platform/config';
import { commandArguments } from './command-arguments';
import { runCommand } from './run-command';
import { makeOperator } from './make-operator';
import { readSecret } from './terminal/read-secret';

/**
 * Makes an operator: `npm run operator -- NAME`. The password is asked for, or read from the first line of what is
 * piped in; it is neither in the environment nor among the arguments, where other processes could read it. On SQLite
 * the server must be stopped first; on MySQL it may run.
 */
export async function main(args: readonly string[]): Promise<void> {
  const [username = ''] = commandArguments(args, { usage: 'npm run operator -- NAME', operands: 1 }).operands;
  const config = loadConfig();
  const made = await makeOperator(config, username, await readSecret('Password'));
  console.log(`${made.username} is an operator now.`);
}

if (require.main === module) runCommand(main);
