import { createHmac } from 'node:crypto';
import { type EventEntity } from './event.entity';

/** What the first row of a log links to. */
export const chainStart = Buffer.alloc(32);

/**
 * The hash of a row: HMAC-SHA-256 over the hash before it and everything the row says. Whoever can write to the database
 * but does not have the key can neither change, remove nor add a row unnoticed;
 * except that cutting off the end, head and all, shows only to who remembers a later position (ADR 5).
 */
export function chainHash(auditKey: Buffer, previous: Buffer, event: Omit<EventEntity, 'hash'>): Buffer {
  const said = [
    previous.toString('hex'),
    event.seq,
    event.companyId,
    event.at.getTime(),
    event.type,
    event.actorKind,
    event.actorId,
    event.actorName,
    event.targetType,
    event.targetId,
    event.data,
  ];
  return createHmac('sha256', auditKey).update(JSON.stringify(said)).digest();
}
