import { Injectable } from '@nestjs/common';
import { Urgent } from '../platform/database';
import { managerOf } from '../platform/database/unscoped';
import { type Happening } from './event-feed';

/** How far someone has read the log. The hash tells this log from another that has as many events. */
export interface Position {
  readonly seq: number;
  readonly hash: Buffer;
}

export type News =
  | { readonly kind: 'none' }
  | { readonly kind: 'events'; readonly events: readonly Happening[]; readonly upTo: Position }
  /** The log is another one, as after restoring a backup; or so much was missed that reading it is not worth the time. */
  | { readonly kind: 'lost-track'; readonly upTo: Position };

const mostEvents = 2_000;

/** Reads the log from where one has got to. Events of all companies: what reads here are caches, not people. */
@Injectable()
export class LogTail {
  constructor(private readonly urgent: Urgent) {}

  /** The end of the log. */
  async head(): Promise<Position> {
    const [row] = await managerOf(this.urgent).query<StoredPosition[]>(
      'SELECT seq, hash FROM event_head WHERE id = 1',
    );
    if (row === undefined) throw new Error('The event log has no head');
    return toPosition(row);
  }

  /** @returns everything behind `from`, up to an end that was current when this was called. */
  async newsSince(from: Position): Promise<News> {
    const head = await this.head();
    if (isSame(head, from)) return { kind: 'none' };
    if (head.seq <= from.seq || head.seq - from.seq > mostEvents) return { kind: 'lost-track', upTo: head };
    const rows = await managerOf(this.urgent).query<EventRow[]>(
      `SELECT seq, hash, company_id, target_type, target_id FROM events
       WHERE seq >= ? AND seq <= ? ORDER BY seq`,
      [from.seq, head.seq],
    );
    // Before the first event of all there is no row to compare with.
    const known = from.seq === 0 ? null : rows.shift();
    if (known !== null && (known === undefined || !isSame(toPosition(known), from)))
      return { kind: 'lost-track', upTo: head };
    return { kind: 'events', events: rows.map(toHappening), upTo: head };
  }
}

interface StoredPosition {
  readonly seq: number | string;
  readonly hash: Buffer;
}

interface EventRow extends StoredPosition {
  readonly company_id: string | null;
  readonly target_type: string;
  readonly target_id: string;
}

function toPosition({ seq, hash }: StoredPosition): Position {
  return { seq: Number(seq), hash };
}

function isSame(one: Position, other: Position): boolean {
  return one.seq === other.seq && one.hash.equals(other.hash);
}

function toHappening(row: EventRow): Happening {
  return {
    seq: Number(row.seq),
    companyId: row.company_id,
    targetType: row.target_type,
    targetId: row.target_id,
  };
}
