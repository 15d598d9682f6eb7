import { type Condition } from '../key-conditions';

/* Searching by the beginning, in a way both databases agree on: as a range of bytes, which also uses the index. */

// No text that begins with a prefix sorts after the prefix followed by the last character there is.
export const lastCharacter = '\u{10FFFF}';

// As long as the column. Some characters stand for many: a name of 100 can become 1800 of them.
const maxCharacters = 200;

/** The name as it is searched: compatibility forms and case do not matter. Only its beginning is kept. */
export function foldName(name: string): string {
  return [...name.normalize('NFKC').toLowerCase()].slice(0, maxCharacters).join('');
}

/** The condition that keeps secrets whose text begins like this. */
export function startsWithin(typed: string): Condition {
  return [
    'secret.start >= :start AND secret.start < :startEnd',
    { start: typed, startEnd: typed + lastCharacter },
  ];
}
