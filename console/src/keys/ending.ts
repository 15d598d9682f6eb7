import type { ReactNode } from 'react';
import type { Schemas } from '../api/client';
import type { Key } from './key';

/**
 * Revoking leaves a key in the list, deleting takes it out; both end it at once. A leaked key is revoked, with what it made if
 * it is a machine's. Ending its overlap ends the old secret only. None of these can be undone. Disabling ends a key until it is
 * enabled.
 */
export type Ending = 'revoke' | 'leak' | 'delete' | 'endOverlap' | 'disable';

/** What the dialog says, where a guide has its own words. */
export interface EndingWords {
  readonly title: string;
  readonly heading?: string;
  readonly thing?: string;
  readonly effect: ReactNode;
  readonly confirmLabel: string;
}

export interface EndingAsked {
  readonly key: Key;
  readonly how: Ending;
}

/** What the person says of it. */
export interface EndingSaid {
  readonly reason: string;
  /** Of a leaked machine key: whether what it made ends, too. */
  readonly made: boolean;
}

/** A key that was ended just now. */
export interface Ended extends EndingAsked {
  /** Absent where an old secret had ended before. */
  readonly revocation?: Schemas['Revocation'];
  /** How many keys that a leaked one had made were revoked with it. */
  readonly madeCount?: number;
}
