import { type Condition } from '../key-conditions';
import { type ShownKeyRow } from '../key-rows';
import { lastCharacter, startsWithin } from './key-search';
import { foldWords, hasWordBeginning, maxWordLength } from './name-words';

/** The condition that keeps words which begin like this. */
export function wordsWithin(typed: string): Condition {
  const word = [...foldWords(typed)].slice(0, maxWordLength).join('');
  return ['word.word >= :word AND word.word < :wordEnd', { word, wordEnd: word + lastCharacter }];
}

/** Whether the index decides, or the names have to: it has only so many characters of them. */
export function isWithinWords(typed: string): boolean {
  return [...foldWords(typed)].length <= maxWordLength;
}

/**
 * The condition that keeps keys of which a word of the name, or the text, begins like this, and those whose words are not indexed yet.
 * @param others ids of keys that were found otherwise.
 */
export function mayMatch(typed: string, others: readonly string[]): Condition {
  const [word, wordBounds] = wordsWithin(typed);
  const [start, startBounds] = startsWithin(typed);
  const isOther = others.length === 0 ? '' : ' OR key.id IN (:...others)';
  // A count, for EXISTS may be turned round: the database would then begin with all words that match.
  const hasWord = `(SELECT COUNT(*) FROM key_words entry WHERE entry.company_id = key.companyId AND
    entry.key_id = key.id AND ${word.replaceAll('word.word', 'entry.word')}) > 0`;
  return [
    `key.wordsDue = 1 OR (${start}) OR ${hasWord}${isOther}`,
    { ...wordBounds, ...startBounds, others },
  ];
}

/** Whether a key that `mayMatch` kept belongs to what was typed: what the index does not decide, its row does. */
export function matches(
  { id, name, description, wordsOf, secret }: ShownKeyRow,
  typed: string,
  others: readonly string[],
): boolean {
  if (name === wordsOf && isWithinWords(typed)) return true;
  if ([name, description].some((text) => text !== null && hasWordBeginning(text, typed))) return true;
  return secret?.start?.startsWith(typed) === true || others.includes(id);
}
