import { randomUUID } from 'node:crypto';
import { type Answer } from './client';

/** A request that is ready to be sent, once. */
export type Ready = () => Promise<Answer>;

/** Headers with an `Idempotency-Key` that nothing else has. */
export function once<T extends object>(headers: T): T & { 'idempotency-key': string } {
  return { ...headers, 'idempotency-key': randomUUID() };
}
