/** Something that was found, and where it is. */
export interface Result {
  readonly id: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly hint: string | null;
  readonly to: string;
}

/** Results of one kind, under their heading. */
export interface ResultGroup {
  readonly heading: string;
  readonly results: readonly Result[];
}

/** The result this many further on, round and round. Null where there is none. */
export function stepFrom(results: readonly Result[], active: string | null, by: 1 | -1): string | null {
  if (results.length === 0) return null;
  const at = results.findIndex(({ id }) => id === active);
  const next = at === -1 ? (by === 1 ? 0 : -1) : at + by;
  return results.at(next % results.length)?.id ?? null;
}

/** Whether every word that was typed begins a word of the text, whatever its case and accents. */
export function isNamed(text: string, typed: string): boolean {
  const words = wordsOf(text);
  return wordsOf(typed).every((each) => words.some((word) => word.startsWith(each)));
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

const masked = /^(\S*?)(?:…|\.{3}|•+|\*+)(\S{0,8})$/u;

/** What a list or a log shows of a key, such as `kunci_Qx7a…9fTd`: how it begins and how it ends. Null for other text. */
export function maskIn(typed: string): { readonly start: string; readonly last4: string } | null {
  const [, start, last4] = masked.exec(typed.trim()) ?? [];
  return start === undefined || start === '' || last4 === undefined ? null : { start, last4 };
}
