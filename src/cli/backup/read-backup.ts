import { type FileHandle } from 'node:fs/promises';
import { readLines } from './backup-file';
import { type LogPosition } from '../../audit';
import { type BackupHeader, type BackupRow, parseHeader, parseLine } from './backup-format';
import { RestoreRefused } from './restore-refused';

export interface Backup {
  readonly header: BackupHeader;
  /** @throws RestoreRefused at the end when the file was cut off, or at an invalid line. */
  readonly rows: AsyncIterable<BackupRow>;
}

/** @throws RestoreRefused when the file is not a backup that this version can read. */
export async function readBackup(file: FileHandle): Promise<Backup> {
  const lines = readLines(file)[Symbol.asyncIterator]();
  const first = await lines.next();
  const header = first.done === true ? null : parseHeader(first.value);
  if (header === null) throw new RestoreRefused('This file is not a backup of Kunci, or of a newer version.');
  return { header, rows: rowsOf(lines) };
}

/** Where the event log of a backup ends. @throws as `readBackup`. */
export async function readEnd(file: FileHandle): Promise<LogPosition> {
  const { rows } = await readBackup(file);
  for await (const { table, row } of rows) {
    if (table !== 'event_head') continue;
    const { seq, hash } = row;
    if (Buffer.isBuffer(hash)) return { seq: Number(seq), hash };
  }
  throw new RestoreRefused('The backup holds no end of the event log.');
}

async function* rowsOf(lines: AsyncIterator<string>): AsyncIterable<BackupRow> {
  let rows = 0;
  try {
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
      const line = parseLine(next.value);
      if (line === null) throw new RestoreRefused(`Line ${rows + 2} is not a row.`);
      if ('rows' in line) {
        if (line.rows === rows) return;
        break;
      }
      rows += 1;
      yield line;
    }
  } finally {
    // A reader that stops early leaves the file ready to be read again.
    await lines.return?.();
  }
  throw new RestoreRefused('The file is cut off, or lines are missing.');
}
