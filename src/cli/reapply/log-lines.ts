import { readHead, readLog, toLogLine } from '../../audit';
import { type Reader } from '../../platform/database';

export interface LogLines {
  /** Where the log ended when it was read. */
  readonly end: number;
  readonly lines: AsyncIterable<string>;
}

/** The log after a position, as lines, up to where it ends now. @throws Error when it does not reach that far. */
export async function logLines(reader: Reader, after: number): Promise<LogLines> {
  const { seq: end } = await readHead(reader);
  if (after > end) throw new Error(`The event log ends at position ${end}, before ${after}.`);
  return { end, lines: linesBetween(reader, after, end) };
}

async function* linesBetween(reader: Reader, after: number, end: number): AsyncIterable<string> {
  for await (const rows of readLog(reader, after, end)) for (const row of rows) yield toLogLine(row);
}
