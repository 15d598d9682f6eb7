import { type EventEntity } from './event.entity';
import { type EventView } from './events.schema';

export function toEventView(row: EventEntity): EventView {
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
