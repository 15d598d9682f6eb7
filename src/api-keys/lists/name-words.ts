import { foldName } from './key-search';

/* How names are searched: by what any of their words begins with. Case, accents and compatibility forms do not matter. */

/** How many characters of a name are indexed from each word on; as long as the column. */
export const maxWordLength = 64;

/**
 * What is indexed of a name: from the beginning of each word to the end of the name, so that what was typed is found whether it is
 * the beginning of one word or several words in a row.
 * @returns each text once, of at most `maxWordLength` characters.
 */
export function wordsOf(name: string): string[] {
  const characters = [...foldWords(name)];
  const words = characters.flatMap((_, at) =>
    beginsWord(characters, at) ? [characters.slice(at, at + maxWordLength).join('')] : [],
  );
  return [...new Set(words)];
}

/** The same of several texts, of which some may be missing. */
export function wordsOfAll(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.flatMap((text) => (text === null ? [] : wordsOf(text))))];
}

/** Whether a word of the name begins with what was typed, or several words in a row do. */
export function hasWordBeginning(name: string, typed: string): boolean {
  const folded = foldWords(typed);
  const characters = [...foldWords(name)];
  return characters.some(
    (_, at) => beginsWord(characters, at) && characters.slice(at).join('').startsWith(folded),
  );
}

/**
 * The name as its words are compared. Character by character, so that a text which begins with another still does so when both are
 * folded; a mark that stands by itself stays.
 */
export function foldWords(name: string): string {
  return [...foldName(name)].map(withoutAccent).join('');
}

function withoutAccent(character: string): string {
  const bare = character.normalize('NFD').replace(/(?<=.)[\u0300-\u036f]+/gu, '');
  return bare.normalize('NFC');
}

const inWord = /[\p{L}\p{N}\p{M}]/u;
const blank = /\s/u;

/** At the beginning of the name, after a blank, and where letters or digits follow something else. */
function beginsWord(characters: readonly string[], at: number): boolean {
  const [before, character] = [characters[at - 1], characters[at]];
  if (character === undefined) return false;
  if (before === undefined) return true;
  if (blank.test(character)) return false;
  return blank.test(before) || (inWord.test(character) && !inWord.test(before));
}
