import { type KeyEnvironment } from '../../../../libs/api-key';
import { type PermissionExpression } from '../../../../libs/permissions';
import { type KeyRecord } from '../key-record';
import { type KnownDenial } from '../verdict';

/** What a known key is checked for. */
export interface Question {
  readonly key: KeyRecord;
  readonly now: Date;
  /** The username it was sent with, or null for none. */
  readonly username: string | null;
  /** The client's address, or null where it is unknown. */
  readonly address: string | null;
  /** The keys that are accepted. */
  readonly environments: readonly KeyEnvironment[];
  /** Null where no permission is required. */
  readonly required: PermissionExpression | null;
}

/** One reason to refuse: returns it, or null. A step reads only its arguments, and changes nothing. */
export type Step = (question: Question) => KnownDenial | null;
