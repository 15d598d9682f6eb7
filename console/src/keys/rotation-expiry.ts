import { dayOf } from '../patterns/local-day';
import { expiryOf, type SentDay } from './expiry-day';
import type { Key } from './key';

interface Choice {
  /** The day that the form began with; empty for none. */
  readonly kept: string;
  /** The day that stands in the form now. */
  readonly day: string;
}

/** The day on which a key expires that still works, for the form of a rotation to begin with; empty where there is none. */
export function keptDay({ expiresAt }: Pick<Key, 'expiresAt'>, now: Date, timeZone: string): string {
  return expiresAt === null || new Date(expiresAt) <= now ? '' : dayOf(new Date(expiresAt), timeZone);
}

/** The expiry that a rotation sends: the one the key has, to the moment, unless another day was picked. */
export function expiryAfter(
  { expiresAt }: Pick<Key, 'expiresAt'>,
  { kept, day }: Choice,
  timeZone: string,
): SentDay | { expiresAt?: string } {
  if (day !== '' && day !== kept) return expiryOf(day, timeZone);
  return kept === '' || expiresAt === null ? {} : { expiresAt };
}
