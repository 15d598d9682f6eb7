/** What answers call the things that are shown once. */
const secretMembers: readonly string[] = ['secret', 'token', 'stepUpToken'];

/** A secret in an answer: the names that lead to it, the last of which is its own, and its value. */
export interface SecretMember {
  readonly path: readonly string[];
  readonly value: unknown;
}

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

/** The members that `withoutSecrets` leaves out. */
export function secretsIn(answer: unknown): SecretMember[] {
  return membersOf(answer, []);
}

function membersOf(value: unknown, path: readonly string[]): SecretMember[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    const here = [...path, name];
    return secretMembers.includes(name) ? [{ path: here, value: member }] : membersOf(member, here);
  });
}

/** The answer with its secrets where they were. */
export function withSecrets(answer: object, secrets: readonly SecretMember[]): object {
  return secrets.reduce<object>((whole, { path, value }) => withMember(whole, path, value), answer);
}

function withMember(whole: object, [name = '', ...rest]: readonly string[], value: unknown): object {
  // A cast: a name that leads to a secret leads through objects and lists, whose members have names.
  const members = whole as Record<string, object>;
  const member = rest.length === 0 ? value : withMember(members[name] ?? {}, rest, value);
  return Array.isArray(whole) ? whole.with(Number(name), member) : { ...members, [name]: member };
}
