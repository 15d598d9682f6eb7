export type Factor = 'password' | 'pin' | 'totp';

/** How the server refused a proof: it was wrong, it was a code that had been used, or there were too many wrong ones. */
export type ProofRefusal =
  | { readonly kind: 'wrong'; readonly attemptsLeft: number | null }
  | { readonly kind: 'used' }
  | { readonly kind: 'locked'; readonly until: Date };

/**
 * Reads a thrown problem: `step-up-failed` with `attemptsLeft`, with `codeUsed`, or with `lockedUntil` where none is left, and
 * `factor-locked` with `lockedUntil`, as members of the problem or on the problem itself.
 * @returns null for any other failure.
 */
export function proofRefusal(error: unknown): ProofRefusal | null {
  if (!isRecord(error)) return null;
  const members = isRecord(error.members) ? error.members : {};
  const { attemptsLeft, codeUsed, lockedUntil } = { ...error, ...members };
  if (error.code !== 'step-up-failed' && error.code !== 'factor-locked') return null;
  // The last wrong one locks, too: there is no next attempt to offer.
  if (typeof lockedUntil === 'string') return { kind: 'locked', until: new Date(lockedUntil) };
  if (error.code === 'factor-locked') return null;
  if (codeUsed === true) return { kind: 'used' };
  return { kind: 'wrong', attemptsLeft: typeof attemptsLeft === 'number' ? attemptsLeft : null };
}

/** What was typed or pasted, as the server wants it: codes without the blanks that apps and mails put in, a password as it is. */
export function cleanProof(factor: Factor, text: string): string {
  return factor === 'password' ? text : text.replace(/\s+/g, '');
}

/** What is left of a lock, as a clock shows it: "14:05". */
export function clockText(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
