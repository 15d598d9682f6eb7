import 'reflect-metadata';
import { reportSecrets, type SecretReport } from '../api-keys';
import { ownComposition } from '../composition';
import { SystemClock } from '../platform';
import { loadConfig } from '../platform/config';
import { openReader } from '../platform/database';
import { commandArguments } from './command-arguments';
import { runCommand } from './run-command';

/** Prints which peppers and key-encryption keys are still needed. Only reads, so the server may run. Exit code 1 when one is missing. */
export async function main(args: readonly string[]): Promise<void> {
  commandArguments(args, { usage: 'npm run secrets', operands: 0 });
  const config = loadConfig();
  const { reader, close } = await openReader(config.database, ownComposition().schema);
  const now = new SystemClock().now();
  const reports = await reportSecrets(reader, config.secrets, now).finally(close);
  for (const report of reports) console.log(lineOf(report));
  if (reports.some(isMissing)) process.exitCode = 1;
}

function lineOf(report: SecretReport): string {
  const name = `${report.protection} ${report.version}`.padEnd(24);
  const needed = `needed by ${report.needed}`.padEnd(20);
  return `${name}${needed}${standingOf(report)}`;
}

function standingOf(report: SecretReport): string {
  if (report.current) return 'current';
  if (report.mayGo) return 'may go';
  if (isMissing(report)) return 'MISSING: the server will not start without it';
  return report.loaded ? 'must stay' : 'gone';
}

function isMissing({ loaded, needed }: SecretReport): boolean {
  return !loaded && needed > 0;
}

if (require.main === module) runCommand(main);
