import { defineProblem } from './define-problem';

/** The refusals of a key that is presented, one for each denial. */
export const denialProblems = {
  keyOfSuspendedCompany: defineProblem('company-suspended', 401, 'The company of this key is suspended.'),
  revoked: defineProblem('revoked', 401, 'This key has been revoked.'),
  expired: defineProblem('expired', 401, 'This key has expired.'),
  disabled: defineProblem(
    'disabled',
    401,
    'This key is disabled, or the company has switched off this kind of key.',
  ),
  keyOfDisabledProduct: defineProblem(
    'product-disabled',
    401,
    'The product of this key is not enabled for the company.',
  ),
  ownerInactive: defineProblem('owner-inactive', 401, 'The owner of this key is no longer an active member.'),
  signInNotGranted: defineProblem(
    'sign-in-not-granted',
    401,
    'The owner of this key may not sign in with keys.',
  ),
  usernameMismatch: defineProblem('username-mismatch', 401, 'This key does not belong to this username.'),
  addressNotAllowed: defineProblem('address-not-allowed', 403, 'This key may not be used from this address.'),
  environmentMismatch: defineProblem(
    'environment-mismatch',
    403,
    'This key is for the other environment (live or test).',
  ),
  insufficientPermission: defineProblem('insufficient-permission', 403, 'This key may not do this.'),
  rateLimited: defineProblem('rate-limited', 429, 'This key has been used too often just now.'),
  usageExceeded: defineProblem('usage-exceeded', 429, 'The quota of this key is used up.'),
} as const;
