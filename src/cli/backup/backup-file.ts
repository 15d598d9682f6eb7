import { type FileHandle, open, rm } from 'node:fs/promises';
import { pipeline as pipe, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sealing } from './backup-seal';
import { bytesOf } from './bytes-of';
import { RestoreRefused } from './restore-refused';

/**
 * Writes lines into a new compressed and sealed file that only its owner can read. An existing file is never overwritten,
 * and an unfinished one is removed.
 */
export async function writeLines(
  file: string,
  lines: AsyncIterable<string>,
  auditKey: Buffer,
): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    const [packed, sealed] = [createGzip(), sealing(auditKey)];
    await pipeline(ended(lines), packed, sealed, handle.createWriteStream({ flush: true }));
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

async function* ended(lines: AsyncIterable<string>): AsyncIterable<string> {
  for await (const line of lines) yield `${line}\n`;
}

/** The lines of a file that `writeLines` made, one after the other. @throws RestoreRefused for another. */
export async function* readLines(file: FileHandle): AsyncIterable<string> {
  let rest = '';
  try {
    for await (const chunk of textOf(file)) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    if (isOfZlib(error)) throw new RestoreRefused('The file is not a backup.', { cause: error });
    throw error;
  }
  if (rest !== '') yield rest;
}

function textOf(file: FileHandle): AsyncIterable<string> {
  // A fault on the way fails the last stream, and so its reader: there is nothing to do here.
  const text = pipe(Readable.from(bytesOf(file)), createGunzip(), () => undefined);
  text.setEncoding('utf8');
  // A cast: with an encoding the chunks are text.
  return text as AsyncIterable<string>;
}

function isOfZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
