import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { chainHash, type EventEntity, parseLogLine, type LogPosition } from '../../audit';
import { RestoreRefused } from '../backup/restore-refused';

/**
 * The events of a file of `npm run events` that are behind a position, in their order. The file may begin earlier. Lines that
 * are not JSON, such as what npm prints before a command, are skipped: if one of them was an event, it is missed.
 * @throws RestoreRefused where one is missing or changed, and for the log of another database: the chain does not lead there.
 */
export async function* eventsBehind(
  path: string,
  from: LogPosition,
  auditKey: Buffer,
): AsyncIterable<EventEntity> {
  let { seq, hash } = from;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    if (!line.startsWith('{')) continue;
    const event = parseLogLine(line);
    if (event === null) throw new RestoreRefused(notOfTheLog);
    if (event.seq < from.seq) continue;
    if (event.seq === from.seq) {
      if (!event.hash.equals(from.hash)) throw otherLog(from.seq);
      continue;
    }
    if (event.seq !== seq + 1) throw new RestoreRefused(gap(seq, event.seq));
    const next = chainHash(auditKey, hash, event);
    if (!next.equals(event.hash)) throw otherLog(event.seq);
    [seq, hash] = [event.seq, next];
    yield event;
  }
}

const notOfTheLog =
  'The file of events holds a line without its link to the one before. `npm run events` writes them; the export of a company has none.';

function gap(last: number, next: number): string {
  return `The file of events goes on at position ${next}, and ${last + 1} is needed: write it with \`npm run events -- --after ${last}\`.`;
}

function otherLog(position: number): RestoreRefused {
  return new RestoreRefused(
    `The event at position ${position} is changed, of another database, or sealed with another KUNCI_AUDIT_KEY.`,
  );
}
