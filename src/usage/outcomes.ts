/**
 * What can come of a known key. Each has a column of its own in `key_usage_hours`, so a new one needs a migration. A text
 * that is no key, and one that nobody knows, belongs to no company and is counted nowhere.
 */
export const outcomes = [
  'VALID',
  'COMPANY_SUSPENDED',
  'REVOKED',
  'EXPIRED',
  'DISABLED',
  'PRODUCT_DISABLED',
  'OWNER_INACTIVE',
  'SIGN_IN_NOT_GRANTED',
  'USERNAME_MISMATCH',
  'ADDRESS_NOT_ALLOWED',
  'ENVIRONMENT_MISMATCH',
  'INSUFFICIENT_PERMISSION',
  'RATE_LIMITED',
  'USAGE_EXCEEDED',
] as const;
export type Outcome = (typeof outcomes)[number];

/** The list is closed; who switches on it must name each. */
export type Refusal = Exclude<Outcome, 'VALID'>;
export const refusals = outcomes.filter((outcome): outcome is Refusal => outcome !== 'VALID');

/** How often each was. */
export type Counts = Record<Outcome, number>;

/** None of any, to be counted up. Written out, so that all of them have one shape and counting up is cheap. */
export function noCounts(): Counts {
  return {
    VALID: 0,
    COMPANY_SUSPENDED: 0,
    REVOKED: 0,
    EXPIRED: 0,
    DISABLED: 0,
    PRODUCT_DISABLED: 0,
    OWNER_INACTIVE: 0,
    SIGN_IN_NOT_GRANTED: 0,
    USERNAME_MISMATCH: 0,
    ADDRESS_NOT_ALLOWED: 0,
    ENVIRONMENT_MISMATCH: 0,
    INSUFFICIENT_PERMISSION: 0,
    RATE_LIMITED: 0,
    USAGE_EXCEEDED: 0,
  };
}

export function addCounts(to: Counts, more: Counts): void {
  for (const outcome of outcomes) to[outcome] += more[outcome];
}
