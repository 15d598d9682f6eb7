import { type KeyRecord } from './key-record';

/** Why a key is refused. The list is closed; who switches on it must name each. */
export type Denial =
  | 'NOT_FOUND'
  | 'COMPANY_SUSPENDED'
  | 'REVOKED'
  | 'EXPIRED'
  | 'DISABLED'
  | 'USERNAME_MISMATCH'
  | 'INSUFFICIENT_PERMISSION';

/** The outcome of verifying a key. A denial of a known key still says which, for the log; never for the client. */
export type Verdict =
  | { readonly code: 'VALID'; readonly key: KeyRecord }
  | { readonly code: Denial; readonly key: KeyRecord | null };
