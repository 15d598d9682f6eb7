import { serverAddress } from '../api/base-path';
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

/** Whether it can be renamed, rotated or shown. One that is broken can only be ended. */
export function isChangeable(key: Pick<Key, 'status' | 'deletedAt'>): boolean {
  return !isOver(key) && key.status !== 'broken';
}

// A use is written within two seconds; who tries a key and looks for it in a list finds it soon.
export const keysWatchMs = 15_000;

/** What a first request with a key asks for: a read that every demo key and most others may do. */
export function sampleAddress(): string {
  return `${serverAddress()}/core/api/v1/sales_invoices`;
}

/** Answers who one is: what a service asks to see whether a username and a key work. */
export function testAddress(): string {
  return `${serverAddress()}/core/api/v1/me`;
}
