import { z } from 'zod';
import { type EventEntity } from './event.entity';
import { eventSchema } from './events.schema';
import { toEventView } from './event-view';

/*
 * The log as lines of JSON: each the event as the export shows it, with the company it belongs to and the hash that links it to
 * the one before. So a reader who has the audit key sees whether a line was changed or is missing.
 */

const lineSchema = eventSchema.extend({
  companyId: z.string().nullable(),
  hash: z.base64().transform((text) => Buffer.from(text, 'base64')),
});

export function toLogLine(row: EventEntity): string {
  return JSON.stringify({ ...toEventView(row), companyId: row.companyId, hash: row.hash.toString('base64') });
}

/** @returns the row, or null for a line that is none, as one of a company's export, which has no hash. */
export function parseLogLine(line: string): EventEntity | null {
  const parsed = lineSchema.safeParse(parseJson(line)).data;
  if (parsed === undefined) return null;
  const { position, at, type, actor, target, data, companyId, hash } = parsed;
  return {
    seq: position,
    companyId,
    at: new Date(at),
    type,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    targetType: target.type,
    targetId: target.id,
    // The very text that was hashed: what was written by JSON.stringify comes out of it again as it was.
    data: JSON.stringify(data),
    hash,
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // Not JSON, and so not a line of the log: the schema does not take undefined.
    return undefined;
  }
}
