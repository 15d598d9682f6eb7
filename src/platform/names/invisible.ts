const emoji =
  /\p{Extended_Pictographic}[\uFE0E\uFE0F\u{1F3FB}-\u{1F3FF}]*(?:\u200D\p{Extended_Pictographic}[\uFE0E\uFE0F\u{1F3FB}-\u{1F3FF}]*)*(?:[\u{E0030}-\u{E0039}\u{E0061}-\u{E007A}]+\u{E007F})?|[0-9#*]\uFE0F\u20E3/gu;

// Where a joiner says which letters join: Persian and Indic words are spelt with it.
const joiners =
  /(?<=[\p{scx=Arab}\p{scx=Syrc}\p{scx=Nkoo}\p{scx=Mong}\p{scx=Deva}\p{scx=Beng}\p{scx=Guru}\p{scx=Gujr}\p{scx=Orya}\p{scx=Taml}\p{scx=Telu}\p{scx=Knda}\p{scx=Mlym}\p{scx=Sinh}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Java}\p{scx=Bali}])[\u200C\u200D]/gu;

// Which of several forms a letter has: in Japanese names, and in Mongolian.
const variants =
  /(?<=\p{Script=Han})[\uFE00-\uFE02\u{E0100}-\u{E01EF}]|(?<=\p{Script=Mongolian})[\u180B-\u180D\u180F]/gu;

const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Zl}\p{Zp}\uFFF9-\uFFFB]/u;

/**
 * The first character of a name that nobody sees and that could make it pass for another: control characters, zero-width
 * characters, marks that change the direction of writing. Joiners and variation selectors count only where no script and
 * no emoji needs them.
 *
 * @returns how to call it, such as `U+200B (zero width space)`; null when there is none.
 */
export function invisibleIn(name: string): string | null {
  const needed = name.replace(emoji, '').replace(joiners, '').replace(variants, '');
  const [found] = invisible.exec(needed) ?? [];
  if (found === undefined) return null;
  const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const known = called[code];
  return known === undefined ? `U+${code}` : `U+${code} (${known})`;
}

const called: Readonly<Record<string, string>> = {
  '0000': 'null',
  '0009': 'tab',
  '000A': 'line feed',
  '000D': 'carriage return',
  '001B': 'escape',
  '00AD': 'soft hyphen',
  '200B': 'zero width space',
  '200C': 'zero width non-joiner',
  '200D': 'zero width joiner',
  '200E': 'left-to-right mark',
  '200F': 'right-to-left mark',
  '202D': 'left-to-right override',
  '202E': 'right-to-left override',
  '2060': 'word joiner',
  '3164': 'Hangul filler',
  FEFF: 'byte order mark',
};
