import { Injectable } from '@nestjs/common';
import { FastReader } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type LogPosition } from '../audit';
import { type ChangeEvent } from './change-feed';

export type News =
  | { readonly kind: 'none' }
  | { readonly kind: 'events'; readonly events: readonly ChangeEvent[]; readonly upTo: LogPosition }
  /** This is a different log, as after restoring a backup, or more was missed than is worth reading. */
  | { readonly kind: 'gap'; readonly upTo: LogPosition };

const maxEvents = 2_000;

/** Reads the log from a known position on. It has the events of all companies: caches read here, not people. */
@Injectable()
export class LogTail {
  constructor(private readonly fastReader: FastReader) {}

  /** The end of the log. */
  async head(): Promise<LogPosition> {
    const [row] = await managerOf(this.fastReader).query<StoredPosition[]>(
      'SELECT seq, hash FROM event_head WHERE id = 1',
    );
    if (row === undefined) throw new Error('The event log has no head');
    return toPosition(row);
  }

  /** @returns everything after `from`, up to the end of the log at the time of the call. */
  async newsSince(from: LogPosition): Promise<News> {
    const head = await this.head();
    if (isSame(head, from)) return { kind: 'none' };
    if (head.seq <= from.seq || head.seq - from.seq > maxEvents) return { kind: 'gap', upTo: head };
    const rows = await managerOf(this.fastReader).query<EventRow[]>(
      `SELECT seq, hash, company_id, type, target_id FROM events
       WHERE seq >= ? AND seq <= ? ORDER BY seq`,
      [from.seq, head.seq],
    );
    // Before the first event of all there is no row to compare with.
    const known = from.seq === 0 ? null : rows.shift();
    if (known !== null && (known === undefined || !isSame(toPosition(known), from)))
      return { kind: 'gap', upTo: head };
    return { kind: 'events', events: rows.map(toChangeEvent), upTo: head };
  }
}

interface StoredPosition {
  readonly seq: number | string;
  readonly hash: Buffer;
}

interface EventRow extends StoredPosition {
  readonly company_id: string | null;
  readonly type: string;
  readonly target_id: string;
}

function toPosition({ seq, hash }: StoredPosition): LogPosition {
  return { seq: Number(seq), hash };
}

function isSame(one: LogPosition, other: LogPosition): boolean {
  return one.seq === other.seq && one.hash.equals(other.hash);
}

function toChangeEvent(row: EventRow): ChangeEvent {
  return {
    seq: Number(row.seq),
    companyId: row.company_id,
    type: row.type,
    targetId: row.target_id,
  };
}
