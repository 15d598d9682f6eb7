const scripts = {
  Latin: /\p{Script=Latin}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  Armenian: /\p{Script=Armenian}/u,
  Cherokee: /\p{Script=Cherokee}/u,
  Hebrew: /\p{Script=Hebrew}/u,
  Arabic: /\p{Script=Arabic}/u,
  Han: /\p{Script=Han}/u,
  // With what the two share, such as the mark for a long vowel.
  Hiragana: /\p{Script_Extensions=Hiragana}/u,
  Katakana: /\p{Script_Extensions=Katakana}/u,
  Hangul: /\p{Script=Hangul}/u,
} as const;

type Script = keyof typeof scripts;

/** Writing systems that are of several scripts by nature. */
const together: readonly (readonly Script[])[] = [
  ['Han', 'Hiragana', 'Katakana'],
  ['Han', 'Hangul'],
];

/**
 * Whether a text has letters of scripts that do not belong together (after UTS #39, "single script" with the usual
 * exceptions for Japanese and Korean).
 * @param also scripts that may stand beside any of these writing systems, such as Latin in a name that only people read.
 */
export function mixesScripts(text: string, also: readonly Script[] = []): boolean {
  const found = new Set(
    Array.from(text)
      .filter((character) => /\p{L}/u.test(character))
      .map(scriptOf),
  );
  const families: (Script | 'other')[][] = together.map((family) => [...family, ...also]);
  return found.size > 1 && !families.some((family) => [...found].every((script) => family.includes(script)));
}

function scriptOf(letter: string): Script | 'other' {
  // A cast: these are the names above.
  const names = Object.keys(scripts) as Script[];
  return names.find((name) => scripts[name].test(letter)) ?? 'other';
}
