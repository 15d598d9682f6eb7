// Longer than any beginning of a key that lists show; a secret that was not copied in full is one all the same.
const prefixed = /[a-z][a-z0-9]{1,15}_(?:test_)?[0-9A-Za-z]{24,}/;
const run = /[0-9A-Za-z]{24,}/g;

/**
 * The secret in a text that somebody pasted, such as a key with quotes around it or a line of a configuration; null where
 * there is none. What it finds must not get into an address.
 */
export function secretIn(text: string): string | null {
  const [named] = prefixed.exec(text) ?? [];
  if (named !== undefined) return named;
  // Names have long words, too, but without digits.
  return text.match(run)?.find((word) => /\d/.test(word)) ?? null;
}
