/** As many as it takes to look hidden, and always as many: their number tells nothing. */
export const dots = '•'.repeat(12);

/** How lists name a key without giving it away: what it begins and ends with, where there is a beginning to show. */
export function maskedKey({
  start,
  last4,
}: {
  readonly start: string | null;
  readonly last4: string;
}): string {
  return start === null || start === '' ? `••••${last4}` : `${start}…${last4}`;
}
