import { type Permission } from '../../../../libs/permissions';
import { type KeyRecord } from '../key-record';
import { type KnownDenial } from '../verdict';

/** What is asked about a known key. */
export interface Question {
  readonly key: KeyRecord;
  readonly now: Date;
  /** The username it came with, or null when it came alone. */
  readonly username: string | null;
  /** From where it came, or null when nobody says. */
  readonly address: string | null;
  /** What it is needed for: one of these is enough. Null when nothing in particular is asked. */
  readonly anyOf: readonly Permission[] | null;
}

/** One reason to refuse: says it, or null. A step looks at nothing but the question, and changes nothing. */
export type Step = (question: Question) => KnownDenial | null;
