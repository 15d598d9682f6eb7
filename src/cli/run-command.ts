import { startFaultOf } from '../platform';

/** Runs a command with the arguments of this process. Prints a failure as a sentence and exits with 1. */
export function runCommand(command: (args: readonly string[]) => Promise<void>): void {
  command(process.argv.slice(2)).catch((error: unknown) => {
    console.error(startFaultOf(error) ?? (error instanceof Error ? error.message : error));
    process.exitCode = 1;
  });
}
