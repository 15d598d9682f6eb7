import { type LimitOutcome } from '../../limits';
import { type Refusal, refusals } from '../../usage';
import { type ServiceKey } from './holder';
import { type KeyRecord } from './key-record';

/** Why a key is refused: nobody knows it, or one of the reasons that are counted of a key that is known. */
export const denials = ['NOT_FOUND', ...refusals] as const;
export type Denial = (typeof denials)[number];
/** Why a key that is known is refused. */
export type KnownDenial = Refusal;

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
