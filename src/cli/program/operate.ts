import { UsageFault } from '../command-arguments';
import { CommandFault } from '../terminal/command-fault';
import { type OperatingCommand } from './operating-commands';

/** Runs a command on the database of a server. @throws CommandFault with a sentence for people. */
export async function operate(command: OperatingCommand, args: readonly string[]): Promise<void> {
  const { main } = await command.load();
  try {
    await main(args);
  } catch (error) {
    const { startFaultOf } = await import('../../platform/index.js');
    if (error instanceof UsageFault) throw new CommandFault('usage', asTypedHere(error.message));
    throw new CommandFault(
      'refused',
      startFaultOf(error) ?? (error instanceof Error ? error.message : String(error)),
    );
  }
}

function asTypedHere(message: string): string {
  return message.replaceAll(/npm run (\S+) --/g, 'kunci $1').replaceAll('npm run ', 'kunci ');
}
