import path from 'node:path';
import Sqlite from 'better-sqlite3';

/** How long a write waits for the app to finish its own. */
const waitMs = 20_000;

/** The SQLite file of a running app, opened past it. */
export interface DatabaseFile {
  /** Runs one statement, without checking foreign keys. @throws the fault of SQLite. */
  write(sql: string, ...values: readonly (string | number | null)[]): Promise<void>;
  close(): void;
}

/** Opens the database in the data folder of an app that runs in this process. */
export function openDatabaseFile(dataDir: string): DatabaseFile {
  // Waiting inside of SQLite would stop the thread that the app needs to commit what it has begun.
  const file = new Sqlite(path.join(dataDir, 'kunci.db'), { timeout: 0 });
  file.pragma('foreign_keys = OFF');
  return {
    async write(sql, ...values) {
      const until = performance.now() + waitMs;
      while (!tryOnce(() => file.prepare(sql).run(...values), performance.now() < until)) {
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    close: () => file.close(),
  };
}

/** @returns false if the file was locked and there is time for another try. */
function tryOnce(write: () => unknown, mayWait: boolean): boolean {
  try {
    write();
    return true;
  } catch (error) {
    if (mayWait && isBusy(error)) return false;
    throw error;
  }
}

/** By its code alone: its class is that of the spec which loaded better-sqlite3 first in this process. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}
