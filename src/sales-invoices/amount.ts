/*
 * An amount of money is text like "150000.00" outside and a whole number of cents inside. Its 15 digits fit a number
 * exactly, and no fraction is ever computed with.
 */

/** @param amount digits, a point and two digits, as the schema has checked. */
export function toCents(amount: string): number {
  return Number(amount.replace('.', ''));
}

/** @param cents a whole number, not negative. */
export function toAmount(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
