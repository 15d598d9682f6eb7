import { Injectable } from '@nestjs/common';
import { type Tx } from '../platform/database';
import { invalidCursor, type Page, startAfter, toPage } from '../platform/http';
import { endBefore } from '../platform/time-zones';
import { askedTime, InjectScoped, type Principal, type ScopedQuery, ScopedRepository } from '../tenancy';
import { EventEntity } from './event.entity';
import { toEventView } from './event-view';
import { type EventFilter, type EventQuery, type EventView } from './events.schema';

/** What happened in one company, newest first. */
@Injectable()
export class AuditTrailService {
  constructor(@InjectScoped(EventEntity) private readonly events: ScopedRepository<EventEntity>) {}

  async list(principal: Principal, query: EventQuery): Promise<Page<EventView>> {
    const rows = this.matching(principal, query)
      .orderBy('event.seq', 'DESC')
      .limit(query.limit + 1);
    const after = startAfter(query);
    if (after !== null) rows.and('event.seq < :after', { after: positionOf(after) });
    return toPage(await rows.all(), query.limit, (row) => String(row.seq), toEventView);
  }

  /** Some of the events behind this position, oldest first. */
  async listBehind(
    principal: Principal,
    position: number,
    filter: EventFilter,
    count: number,
  ): Promise<EventView[]> {
    const rows = this.matching(principal, filter)
      .and('event.seq > :position', { position })
      .orderBy('event.seq', 'ASC')
      .limit(count);
    return (await rows.all()).map(toEventView);
  }

  /** Where the last event of this type about this target stands, or null when there is none. */
  async lastPosition(principal: Principal, type: string, targetId: string, tx: Tx): Promise<number | null> {
    const [row] = await this.events
      .of(principal, tx)
      .find({ where: { type, targetId }, order: { seq: 'DESC' }, take: 1 });
    return row === undefined ? null : row.seq;
  }

  private matching(principal: Principal, filter: EventFilter): ScopedQuery<EventEntity> {
    const rows = this.events.of(principal).query('event');
    if (filter.type !== undefined) rows.and('event.type = :type', { type: filter.type });
    if (filter.actor !== undefined) rows.and('event.actorId = :actor', { actor: filter.actor });
    if (filter.target !== undefined) rows.and('event.targetId = :target', { target: filter.target });
    const { from, to, timeZone } = filter;
    if (from !== undefined)
      rows.and('event.at >= :from', { from: askedTime(principal, from, timeZone).first.getTime() });
    if (to !== undefined)
      rows.and('event.at < :to', { to: endBefore(askedTime(principal, to, timeZone)).getTime() });
    return rows;
  }
}

function positionOf(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw invalidCursor();
  return Number(cursor);
}
