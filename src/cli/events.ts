import 'reflect-metadata';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { type Writable } from 'node:stream';
import { ownComposition } from '../composition';
import { loadConfig } from '../platform/config';
import { openReader } from '../platform/database';
import { commandArguments, UsageFault } from './command-arguments';
import { runCommand } from './run-command';
import { type LogLines, logLines } from './reapply/log-lines';

const shape = {
  usage: 'npm run events -- [--after POSITION] [FILE]',
  operands: 0,
  optionalOperands: 1,
  options: { after: { type: 'string' } },
} as const;

/**
 * Writes the event log after a position as lines of JSON, into a new file that only you can read or to standard output. Only
 * reads, so the server may run, even when its database is about to be replaced.
 */
export async function main(args: readonly string[]): Promise<void> {
  const { operands, options } = commandArguments(args, shape);
  const after = positionOf(options['after'] ?? '0');
  const config = loadConfig();
  const [path] = operands;
  const file = path === undefined ? null : await open(path, 'wx', 0o600);
  const out = file?.createWriteStream({ flush: true }) ?? process.stdout;
  const { reader, close } = await openReader(config.database, ownComposition().schema);
  const count = await write(await logLines(reader, after), out).finally(close);
  if (file !== null) await new Promise<void>((done) => out.end(done));
  console.error(count);
}

function positionOf(text: string | boolean): number {
  if (typeof text === 'string' && /^\d{1,15}$/.test(text)) return Number(text);
  throw new UsageFault(`A position is a number from 0.\nUsage: ${shape.usage}`);
}

async function write({ end, lines }: LogLines, out: Writable): Promise<string> {
  let count = 0;
  for await (const line of lines) {
    count += 1;
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  return `${count} events, up to position ${end}.`;
}

if (require.main === module) runCommand(main);
