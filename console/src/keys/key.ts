import type { Schemas } from '../api/client';

export type Key = Schemas['Key'];
export type KeyKind = Key['kind'];
export type KeyPolicy = Schemas['KeyPolicy'];

/** What a policy may ask a proof for. */
export type SensitiveAction = Schemas['StepUpRequest']['action'];

/** Whether it can neither be used nor be brought back. */
export function isOver({ status, deletedAt }: Pick<Key, 'status' | 'deletedAt'>): boolean {
  return status === 'revoked' || deletedAt !== null;
}

/** What a first request with a key asks for: a read that every demo key and most others may do. */
export function sampleAddress(): string {
  return `${window.location.origin}/core/api/v1/sales_invoices`;
}
