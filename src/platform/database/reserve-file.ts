import { randomBytes } from 'node:crypto';
import { closeSync, fdatasyncSync, ftruncateSync, openSync, rmSync, statSync, writeSync } from 'node:fs';

const chunkBytes = 1024 * 1024;
// More than a write-ahead log of SQLite's usual 1000 pages, so that all of it still fits into the database file.
const chunks = 5;
const sizeBytes = chunks * chunkBytes;
const probeBytes = 64 * 1024;

/** A file that only takes up room on the disk of the SQLite database, to give it back when the disk is full. */
export class ReserveFile {
  constructor(private readonly path: string) {}

  /**
   * Takes the room, or finds it taken. There must be some more: what is given back and taken again at once would help nobody.
   * @throws the file system's error; then nothing is taken.
   */
  take(): void {
    if (statSync(this.path, { throwIfNoEntry: false })?.size === sizeBytes) return;
    const file = openSync(this.path, 'w', 0o600);
    try {
      // Random, for file systems that compress.
      const chunk = randomBytes(chunkBytes);
      for (let at = 0; at <= chunks; at += 1) writeAll(file, chunk, at * chunkBytes);
      fdatasyncSync(file);
      ftruncateSync(file, sizeBytes);
    } catch (error) {
      this.giveBack();
      throw error;
    } finally {
      closeSync(file);
    }
  }

  giveBack(): void {
    rmSync(this.path, { force: true });
  }

  /** Tries whether files can still grow. @throws the file system's error. */
  probe(): void {
    const file = openSync(this.path, 'r+');
    try {
      writeAll(file, randomBytes(probeBytes), sizeBytes);
      fdatasyncSync(file);
    } finally {
      ftruncateSync(file, sizeBytes);
      closeSync(file);
    }
  }
}

function writeAll(file: number, bytes: Buffer, at: number): void {
  const written = writeSync(file, bytes, 0, bytes.length, at);
  if (written < bytes.length)
    throw Object.assign(new Error('The disk has no room for all of it'), { code: 'ENOSPC' });
}
