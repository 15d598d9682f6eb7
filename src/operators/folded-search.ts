/** A text to look for, whatever its case, in columns of either database. */
export interface FoldedSearch {
  /** A condition for a column, with the parameters below. */
  readonly isIn: (column: string) => string;
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * Looks for what was typed. SQLite's `LOWER` folds the letters of ASCII only; of all others, those that were typed are folded one by
 * one, which does nothing where the database has folded them.
 */
export function foldedSearch(text: string): FoldedSearch {
  const typed = [...text].map(foldLetter).join('');
  const spellings = [...new Set(typed)].flatMap(spellingsOf);
  const parameters: Record<string, string> = { typed };
  for (const [at, { from, to }] of spellings.entries()) {
    parameters[`from${at}`] = from;
    parameters[`to${at}`] = to;
  }
  const folded = (column: string): string =>
    spellings.reduce((text, _, at) => `REPLACE(${text}, :from${at}, :to${at})`, `LOWER(${column})`);
  return { isIn: (column) => `INSTR(${folded(column)}, :typed) > 0`, parameters };
}

/** Letter by letter: of a whole word, JavaScript would make another sigma at the end. */
function foldLetter(letter: string): string {
  return letter === finalSigma ? sigma : letter.toLowerCase();
}

/** The other spellings of a letter beyond ASCII. One that has two letters as its capital, such as ß, has none. */
function spellingsOf(letter: string): { from: string; to: string }[] {
  const capital = letter.toUpperCase();
  if (letter < '\u0080' || capital === letter || [...capital].length > 1) return [];
  const others = letter === sigma ? [capital, finalSigma] : [capital];
  return others.map((from) => ({ from, to: letter }));
}

const sigma = 'σ';
const finalSigma = 'ς';
