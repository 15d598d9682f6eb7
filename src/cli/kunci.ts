#!/usr/bin/env node
import { CommanderError } from 'commander';
import { clientSettings } from '../platform/config/client-settings';
import { kunciProgram } from './program/kunci-program';
import { CommandFault, exitCodes } from './terminal/command-fault';
import { Terminal } from './terminal/terminal';

/** The command line: `kunci --help`. */
async function main(): Promise<void> {
  const settings = clientSettings();
  const terminal = new Terminal(settings.isPlain);
  terminal.endWithReader((code) => process.exit(code));
  try {
    const args = process.argv.slice(2);
    await kunciProgram({ terminal, settings }).parseAsync(args.length === 0 ? ['--help'] : args, {
      from: 'user',
    });
  } catch (error) {
    process.exitCode = toldOf(error, terminal);
  }
}

/** Says what went wrong. @returns the exit code. */
function toldOf(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.usage;
  if (error instanceof CommandFault) {
    for (const line of [`kunci: ${error.message}`, ...error.notes]) terminal.tell(line);
    return exitCodes[error.outcome];
  }
  terminal.tell(`kunci: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return exitCodes.refused;
}

void main();
