import { type Reader, type Tx } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { EventEntity } from './event.entity';
import { type LogPosition } from './log-position';

const batchSize = 1_000;

/** The end of the log. What is appended afterwards is behind it. */
export async function readHead(reader: Reader | Tx): Promise<LogPosition> {
  const query = 'SELECT seq, hash FROM event_head WHERE id = 1';
  // The migration puts exactly this row there.
  const [head] = await managerOf(reader).query<[{ seq: number | string; hash: Buffer }]>(query);
  return { seq: Number(head.seq), hash: head.hash };
}

/** The events behind a position, up to and with another, in their order; in batches, so that the log may be long. */
export async function* readLog(reader: Reader, after: number, upTo: number): AsyncIterable<EventEntity[]> {
  for (let position = after; position < upTo;) {
    const rows = await managerOf(reader)
      .createQueryBuilder(EventEntity, 'event')
      .where('event.seq > :position AND event.seq <= :upTo', { position, upTo })
      .orderBy('event.seq')
      .limit(batchSize)
      .getMany();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    position = last.seq;
  }
}

/**
 * The events behind a position, oldest first.
 * @returns null where this log does not have that position: it is another one, as after a backup was restored.
 */
export async function eventsAfter(
  tx: Tx,
  { seq, hash }: LogPosition,
  limit: number,
): Promise<readonly EventEntity[] | null> {
  const rows = await managerOf(tx)
    .createQueryBuilder(EventEntity, 'event')
    .where('event.seq >= :seq', { seq })
    .orderBy('event.seq')
    .limit(limit + 1)
    .getMany();
  // Before the first event of all there is no row to compare with.
  if (seq === 0) return rows.slice(0, limit);
  const [known, ...behind] = rows;
  return known?.seq === seq && known.hash.equals(hash) ? behind : null;
}
