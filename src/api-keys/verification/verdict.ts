import { type LimitOutcome } from '../../limits';
import { type Refusal, refusals } from '../../usage';
import { type ServiceKey } from './holder';
import { type KeyRecord } from './key-record';

/** Why a key is refused: it is unknown, or one of the reasons for refusing a known key, which are counted. */
export const denials = ['NOT_FOUND', ...refusals] as const;
export type Denial = (typeof denials)[number];
/** Why a known key is refused. */
export type KnownDenial = Refusal;

/** The outcome of verifying a key. The denial of a known key includes the key, for those who may know. */
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
      /** Not the key of a company, but perhaps a service key. */
      readonly service: ServiceKey | 'revoked' | null;
    };
