import { type Condition } from '../key-conditions';

/* Searching by the beginning, in a way both databases agree on: as a range of bytes, which also uses the index. */

// No text that begins with a prefix sorts after the prefix followed by the last character there is.
const lastCharacter = '\u{10FFFF}';

// As long as the column. Some characters stand for many: a name of 100 can become 1800 of them.
const maxCharacters = 200;

/** The name as it is searched: compatibility forms and case do not matter. Only its beginning is kept. */
export function foldName(name: string): string {
  return [...name.normalize('NFKC').toLowerCase()].slice(0, maxCharacters).join('');
}

/**
 * The condition and its parameters that keep keys whose name or text begins like this.
 * @param others ids of keys that were found otherwise.
 */
export function beginsWith(typed: string, others: readonly string[] = []): Condition {
  const name = foldName(typed);
  const [start, bounds] = startsWithin(typed);
  const isOther = others.length === 0 ? '' : ' OR key.id IN (:...others)';
  return [
    `(key.nameFolded >= :name AND key.nameFolded < :nameEnd) OR (${start})${isOther}`,
    { name, nameEnd: name + lastCharacter, ...bounds, others },
  ];
}

/** The condition that keeps secrets whose text begins like this. */
export function startsWithin(typed: string): Condition {
  return [
    'secret.start >= :start AND secret.start < :startEnd',
    { start: typed, startEnd: typed + lastCharacter },
  ];
}
