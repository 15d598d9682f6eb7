import { unauthenticated } from '../access';
import { type Denial } from '../api-keys';
import { type Problem, problem, type ProblemCase } from '../platform/http';

export const severalCredentials = problem('several-credentials', 400, 'Send one kind of credentials, once.');
export const csrf = problem('csrf', 403, 'This request came from another site.');
export const signUpClosed = problem('sign-up-closed', 403, 'New companies are not taken in here.');
export const slugTaken = problem('slug-taken', 409, 'There is a company with this slug.');
export const usernameTaken = problem('username-taken', 409, 'There is a user with this username.');
/** Says in `Retry-After` when to try again. */
export const tooManyAttempts = problem('too-many-attempts', 429, 'Too many wrong attempts. Try again later.');

/** What a client is told of each verdict. The type wants every one of them named. */
const refusals: Readonly<Record<Denial, (case_?: ProblemCase) => Problem>> = {
  NOT_FOUND: unauthenticated,
  COMPANY_SUSPENDED: problem('company-suspended', 401, 'The company of this key is suspended.'),
  REVOKED: problem('revoked', 401, 'This key has been revoked.'),
  EXPIRED: problem('expired', 401, 'This key has expired.'),
  DISABLED: problem('disabled', 401, 'The company has switched this kind of key off.'),
  PRODUCT_DISABLED: problem(
    'product-disabled',
    401,
    'The product of this key is not enabled for the company.',
  ),
  OWNER_INACTIVE: problem('owner-inactive', 401, 'The owner of this key is no active member any more.'),
  SIGN_IN_NOT_GRANTED: problem(
    'sign-in-not-granted',
    401,
    'The owner of this key may not sign in with keys.',
  ),
  USERNAME_MISMATCH: problem('username-mismatch', 401, 'This key does not belong to this username.'),
  ADDRESS_NOT_ALLOWED: problem('address-not-allowed', 403, 'This key may not be used from this address.'),
  INSUFFICIENT_PERMISSION: problem('insufficient-permission', 403, 'This key may not do this.'),
  RATE_LIMITED: problem('rate-limited', 429, 'This key has been used too often just now.'),
  USAGE_EXCEEDED: problem('usage-exceeded', 429, 'The quota of this key is used up.'),
};

/**
 * The problem for a refused key. Only who has the right secret learns more than that it is not valid.
 * @param headers what else to tell: when trying again may help, and what limits there are.
 */
export function keyRefused(denial: Denial, headers: Readonly<Record<string, string>> = {}): Problem {
  return refusals[denial]({ headers });
}
