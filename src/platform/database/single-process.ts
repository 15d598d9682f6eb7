import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { StartFault } from '../start-fault';

/** Thrown when another process already has the SQLite database. */
export class DatabaseInUse extends StartFault {
  constructor(cause: unknown) {
    super(
      'Another process has this SQLite database. Stop the server first; many processes need MySQL (DATABASE_URL).',
      {
        cause,
      },
    );
  }
}

/** Thrown when the file that is locked is damaged, or is none of ours. */
class LockUnusable extends StartFault {
  constructor(lockFile: string, cause: unknown) {
    super(
      `${lockFile} cannot be locked. It holds nothing: while no server runs, remove it and start again.`,
      {
        cause,
      },
    );
  }
}

/**
 * Makes this the only process that writes to the SQLite database, by holding an exclusive transaction on a file beside it.
 * The operating system ends the hold with the process, however it dies, so no stale lock can stay behind.
 * @returns what ends the hold.
 * @throws DatabaseInUse at once when another process has it; LockUnusable.
 */
export function becomeTheOnlyProcess(file: string, lockFile: string): () => void {
  mkdirSync(dirname(lockFile), { recursive: true, mode: 0o700 });
  makePrivate(lockFile);
  makePrivate(file);
  const lock = new Sqlite(lockFile, { timeout: 0 });
  try {
    // Nothing is ever written, and on a full disk a journal on the disk could not even be begun.
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (hasCode(error, 'SQLITE_BUSY')) throw new DatabaseInUse(error);
    throw hasCode(error, 'SQLITE_NOTADB') ? new LockUnusable(lockFile, error) : error;
  }
  return () => lock.close();
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Makes a file that only its owner can read; what SQLite puts beside it is then made alike. One that is there stays. */
function makePrivate(file: string): void {
  closeSync(openSync(file, 'a', 0o600));
}
