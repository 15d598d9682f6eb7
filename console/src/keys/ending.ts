import type { ReactNode } from 'react';
import type { Schemas } from '../api/client';
import type { Key } from './key';

/** Revoking leaves a key in the list, deleting takes it out; neither can be undone, and both end it at once. */
export type Ending = 'revoke' | 'delete';

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

/** A key that was ended just now. */
export interface Ended extends EndingAsked {
  readonly revocation: Schemas['Revocation'];
}
