import type { Schemas } from '../api/client';
import type { Key } from './key';

export type BulkAction = Schemas['KeyBulk']['action'];

/** What is to be done to several keys at once. */
export interface BulkAsked {
  readonly action: BulkAction;
  readonly keys: readonly Key[];
}

/** The same, with the result for each. */
export type BulkDone = BulkAsked & Schemas['KeyBulkResults'];
