/** What answers call the things that are shown once. */
const secretMembers: readonly string[] = ['secret', 'token', 'stepUpToken'];

/**
 * The JSON that a client would read in `answer`, less every member named like a secret, however deep.
 * @returns null for an answer without a body.
 */
export function withoutSecrets(answer: unknown): object | null {
  if (answer === undefined) return null;
  const text = JSON.stringify(answer, (name, value: unknown) =>
    secretMembers.includes(name) ? undefined : value,
  );
  // A cast: every answer of ours is an object, and parsing our own JSON gives it back.
  return JSON.parse(text) as object;
}
