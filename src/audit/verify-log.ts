import { type Reader } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { EventEntity } from './event.entity';
import { chainHash, chainStart } from './hash-chain';
import { readHead, readLog } from './read-log';

export type LogVerdict =
  | { readonly intact: true; readonly events: number }
  | { readonly intact: false; readonly position: number; readonly reason: string };

/**
 * Reads the whole log and checks that no row was changed, removed, added or put elsewhere, and that its end is the one
 * that was last written. Rows committed while it reads are left for the next time.
 */
export async function verifyLog(reader: Reader, auditKey: Buffer): Promise<LogVerdict> {
  // The head first: what is appended afterwards is behind it and not looked at.
  const head = await readHead(reader);
  let hash: Buffer = chainStart;
  let position = 0;
  for await (const rows of readLog(reader, 0, head.seq)) {
    for (const row of rows) {
      position += 1;
      if (row.seq !== position) return broken(position, 'this row is missing');
      hash = chainHash(auditKey, hash, row);
      if (!hash.equals(row.hash)) return broken(position, 'this row is not as it was written');
    }
  }
  if (position < head.seq) return broken(position + 1, 'this row is missing');
  if (!hash.equals(head.hash)) return broken(head.seq, 'the end of the log is not the one last written');
  if (await hasRowsBeyond(reader, head.seq))
    return broken(head.seq + 1, 'there are rows past the end of the log');
  return { intact: true, events: head.seq };
}

function broken(position: number, reason: string): LogVerdict {
  return { intact: false, position, reason };
}

async function hasRowsBeyond(reader: Reader, seq: number): Promise<boolean> {
  const beyond = managerOf(reader)
    .createQueryBuilder(EventEntity, 'event')
    .where('event.seq > :seq', { seq });
  // A row that is there now may have been committed since the head was read; then the head has moved too.
  return (await beyond.getCount()) > 0 && (await readHead(reader)).seq === seq;
}
