import { type Candidates, maxLooked, nextBatch, type Read } from './key-scan';
import { type FoundIds, someOf } from './key-stream';

export interface Counted {
  readonly total: number;
  /** False where the list may have more. */
  readonly isExact: boolean;
}

/**
 * How many keys a list has: exactly, where an index leads to no more keys than a page looks at; otherwise how many of that many keys
 * belong into the list.
 */
export async function count({ walk, narrow, usual }: Candidates, read: Read<unknown>): Promise<Counted> {
  let first: FoundIds | null = null;
  for (const streams of usual ? [walk, ...narrow] : [...narrow, walk]) {
    const found = await someOf(streams, null, maxLooked);
    if (found.isAll) return { total: await countAmong(found.ids, read), isExact: true };
    first ??= found;
  }
  return { total: await countAmong(first?.ids.slice(0, maxLooked) ?? [], read), isExact: false };
}

async function countAmong(ids: readonly string[], read: Read<unknown>): Promise<number> {
  let total = 0;
  for (let at = 0; at < ids.length; at += nextBatch.large)
    total += (await read(ids.slice(at, at + nextBatch.large))).length;
  return total;
}
