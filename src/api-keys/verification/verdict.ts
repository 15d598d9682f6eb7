import { type LimitOutcome } from '../../limits';
import { type ServiceKey } from './holder';
import { type KeyRecord } from './key-record';

/** Why a key is refused. The list is closed; who switches on it must name each. */
export const denials = [
  'NOT_FOUND',
  'COMPANY_SUSPENDED',
  'REVOKED',
  'EXPIRED',
  'DISABLED',
  'PRODUCT_DISABLED',
  'OWNER_INACTIVE',
  'SIGN_IN_NOT_GRANTED',
  'USERNAME_MISMATCH',
  'ADDRESS_NOT_ALLOWED',
  'INSUFFICIENT_PERMISSION',
  'RATE_LIMITED',
  'USAGE_EXCEEDED',
] as const;
export type Denial = (typeof denials)[number];
/** Why a key that is known is refused. */
export type KnownDenial = Exclude<Denial, 'NOT_FOUND'>;

/** The outcome of verifying a key. A denial of a known key still says which, for those who may know. */
export type Verdict =
  | { readonly code: 'VALID'; readonly key: KeyRecord; readonly limits: LimitOutcome }
  | {
      readonly code: KnownDenial;
      readonly key: KeyRecord;
      readonly limits: LimitOutcome | null;
    }
  | {
      readonly code: 'NOT_FOUND';
      readonly key: null;
      readonly limits: null;
      /** Not the key of any company, but perhaps of a product's backend. */
      readonly service: ServiceKey | 'revoked' | null;
    };
