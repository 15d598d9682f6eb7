import { problem } from '../platform/http';

/** Members: `factor`, `action`, `kind`. The same for a token that is missing, foreign, spent or stale. */
export const stepUpRequired = problem('step-up-required', 403, 'Prove again that it is you.');

/** Members: `attemptsLeft`; where none is left, `lockedUntil`. */
export const stepUpFailed = problem('step-up-failed', 403, 'That was not right.');

/** Members: `lockedUntil`. */
export const factorLocked = problem(
  'factor-locked',
  429,
  'Too many wrong attempts. Wait until the lock ends.',
);

/** Members: `missing`, of `company-approved`, `product-enabled`, `pin`, `totp`. */
export const prerequisitesNotMet = problem('prerequisites-not-met', 409, 'Something has to be set up first.');
