import {
  closeSync,
  existsSync,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { type Logger } from 'pino';
import { type EventEntity } from './event.entity';
import { EventJournal } from './event-journal';
import { parseLogLine, toLogLine } from './log-lines';
import { type LogPosition } from './log-position';

const tailBytes = 256 * 1024;

/**
 * The journal as a file of lines, the same as those of `npm run events`. Each is on the disk before the act is answered, and
 * never before the database has it on the disk too: so a crash can leave the journal behind the database, and never ahead.
 */
export class JournalFile extends EventJournal {
  private file: number | null = null;
  /** What could not be written yet, for a full disk; it is tried again with the next events. */
  private waiting = '';

  constructor(
    private readonly path: string,
    private readonly log: Pick<Logger, 'error'>,
  ) {
    super();
  }

  override append(events: readonly EventEntity[]): void {
    this.waiting += textOf(events);
    try {
      this.file ??= openSync(this.path, 'a', 0o600);
      writeWhole(this.file, this.waiting);
      this.waiting = '';
    } catch (err) {
      this.log.error({ err }, 'the journal of events could not be written');
    }
  }

  onApplicationShutdown(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
  }
}

/** The end of a journal, after a line that a crash left unfinished was cut off. Null when there is no journal. */
export function endOfJournal(path: string): {
  readonly last: LogPosition | null;
  readonly sizeBytes: number;
} {
  if (!existsSync(path)) return { last: null, sizeBytes: 0 };
  const file = openSync(path, 'r+');
  try {
    const { size } = fstatSync(file);
    const tail = readTail(file, size);
    const sizeBytes = size - (tail.length - (tail.lastIndexOf('\n') + 1));
    if (sizeBytes < size) ftruncateSync(file, sizeBytes);
    const line = tail.subarray(0, tail.lastIndexOf('\n')).toString('utf8').split('\n').at(-1) ?? '';
    const event = parseLogLine(line);
    return { last: event && { seq: event.seq, hash: event.hash }, sizeBytes };
  } finally {
    closeSync(file);
  }
}

/** Puts a new journal in the place of the old one, whole or not at all. */
export async function replaceJournal(
  path: string,
  batches: AsyncIterable<readonly EventEntity[]>,
): Promise<void> {
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  try {
    for await (const events of batches) writeSync(file, textOf(events));
    fdatasyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(draft, path);
}

/** All of it and onto the disk, or nothing: a line that stands there in part would spoil the next. */
function writeWhole(file: number, text: string): void {
  const { size } = fstatSync(file);
  const bytes = Buffer.from(text);
  try {
    if (writeSync(file, bytes) < bytes.length) throw new Error('The disk has no room for all of it');
    fdatasyncSync(file);
  } catch (error) {
    ftruncateSync(file, size);
    throw error;
  }
}

function textOf(events: readonly EventEntity[]): string {
  return events.map((event) => `${toLogLine(event)}\n`).join('');
}

function readTail(file: number, size: number): Buffer {
  for (let length = Math.min(size, tailBytes); ; length = Math.min(size, length * 4)) {
    const tail = Buffer.alloc(length);
    readSync(file, tail, 0, length, size - length);
    const whole = tail.indexOf('\n') < tail.lastIndexOf('\n');
    if (whole || length === size) return tail;
  }
}
