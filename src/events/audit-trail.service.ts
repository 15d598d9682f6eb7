import { Injectable } from '@nestjs/common';
import { invalidField, type Page, startAfter, toPage } from '../platform/http';
import { InjectScoped, type Principal, ScopedRepository } from '../tenancy';
import { EventEntity } from './event.entity';
import { type EventQuery, type EventView } from './events.schema';

/** What happened in one company, newest first. */
@Injectable()
export class AuditTrailService {
  constructor(@InjectScoped(EventEntity) private readonly events: ScopedRepository<EventEntity>) {}

  async list(principal: Principal, query: EventQuery): Promise<Page<EventView>> {
    const rows = this.events
      .of(principal)
      .query('event')
      .orderBy('event.seq', 'DESC')
      .limit(query.limit + 1);
    const after = startAfter(query);
    if (after !== null) rows.and('event.seq < :after', { after: positionOf(after) });
    if (query.type !== undefined) rows.and('event.type = :type', { type: query.type });
    if (query.actor !== undefined) rows.and('event.actorId = :actor', { actor: query.actor });
    if (query.target !== undefined) rows.and('event.targetId = :target', { target: query.target });
    if (query.from !== undefined) rows.and('event.at >= :from', { from: Date.parse(query.from) });
    if (query.to !== undefined) rows.and('event.at < :to', { to: Date.parse(query.to) });
    return toPage(await rows.all(), query.limit, (row) => String(row.seq), toView);
  }

  /** Where the first event of this type about this target stands, or null when there is none. */
  async firstPosition(principal: Principal, type: string, targetId: string): Promise<number | null> {
    const [row] = await this.events
      .of(principal)
      .find({ where: { type, targetId }, order: { seq: 'ASC' }, take: 1 });
    return row === undefined ? null : row.seq;
  }
}

function positionOf(cursor: string): number {
  if (!/^\d{1,15}$/.test(cursor)) throw invalidField('/cursor', 'is not a cursor from an earlier page');
  return Number(cursor);
}

function toView(row: EventEntity): EventView {
  return {
    position: row.seq,
    at: row.at.toISOString(),
    type: row.type,
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    target: { type: row.targetType, id: row.targetId },
    // A cast: the log writes objects only.
    data: JSON.parse(row.data) as Record<string, unknown>,
  };
}
