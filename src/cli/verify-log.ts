import 'reflect-metadata';
import { verifyLog } from '../audit';
import { ownComposition } from '../composition';
import { loadConfig } from '../platform/config';
import { openReader } from '../platform/database';
import { commandArguments } from './command-arguments';
import { runCommand } from './run-command';

/** Checks the hash chain of the event log. Only reads, so the server may run meanwhile. Exit code 1 when it is broken. */
export async function main(args: readonly string[]): Promise<void> {
  commandArguments(args, { usage: 'npm run verify-log', operands: 0 });
  const config = loadConfig();
  const { reader, close } = await openReader(config.database, ownComposition().schema);
  const verdict = await verifyLog(reader, config.secrets.auditKey).finally(close);
  if (verdict.intact) {
    console.log(`The event log is intact: ${verdict.events} events.`);
    return;
  }
  console.error(`The event log is broken at position ${verdict.position}: ${verdict.reason}.`);
  process.exitCode = 1;
}

if (require.main === module) runCommand(main);
