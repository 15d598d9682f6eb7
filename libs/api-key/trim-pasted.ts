// Blanks, control characters, what takes no ink, and quotes of every kind. Surrogates and private use stay: they are faults.
const around = /^[\s\u2800\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}"'`´„‚＂＇′″\p{Pi}\p{Pf}]$/u;
const solid = /^[0-9A-Za-z_]$/;

/**
 * A key or username as it was meant: without what no key and no username begins or ends with, and what a copy from a
 * mail, a table or a JSON file has around it: blanks, quotes, zero-width characters, a byte order mark. Takes time for what
 * it takes away only.
 *
 * @param text as it was pasted or typed. Never a password, which may begin and end with anything.
 */
export function trimPasted(text: string): string {
  if (solid.test(text.charAt(0)) && solid.test(text.charAt(text.length - 1))) return text;
  let start = 0;
  let end = text.length;
  while (start < end && around.test(characterAt(text, start))) start += characterAt(text, start).length;
  while (end > start && around.test(characterBefore(text, end))) end -= characterBefore(text, end).length;
  return text.slice(start, end);
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

function characterBefore(text: string, end: number): string {
  const pair = text.slice(Math.max(end - 2, 0), end);
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(pair) ? pair : pair.slice(-1);
}
