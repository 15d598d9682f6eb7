import { unauthenticated } from '../access';
import { type Denial } from '../api-keys';
import { type Problem, problem } from '../platform/http';

export const severalCredentials = problem('several-credentials', 400, 'Send one kind of credentials, once.');
export const signUpClosed = problem('sign-up-closed', 403, 'New companies are not taken in here.');
export const slugTaken = problem('slug-taken', 409, 'There is a company with this slug.');
export const usernameTaken = problem('username-taken', 409, 'There is a user with this username.');
export const csrf = problem('csrf', 403, 'This request came from another site.');

/** Says in `Retry-After` when to try again. */
export const tooManyAttempts = problem('too-many-attempts', 429, 'Too many wrong attempts. Try again later.');

const companySuspended = problem('company-suspended', 401, 'The company of this key is suspended.');
const revoked = problem('revoked', 401, 'This key has been revoked.');
const expired = problem('expired', 401, 'This key has expired.');
const disabled = problem('disabled', 401, 'The company has switched this kind of key off.');
const productDisabled = problem(
  'product-disabled',
  401,
  'The product of this key is not enabled for the company.',
);
const ownerInactive = problem('owner-inactive', 401, 'The owner of this key is no active member any more.');
const signInNotGranted = problem(
  'sign-in-not-granted',
  401,
  'The owner of this key may not sign in with keys.',
);
const usernameMismatch = problem('username-mismatch', 401, 'This key does not belong to this username.');
const addressNotAllowed = problem('address-not-allowed', 403, 'This key may not be used from this address.');
const rateLimited = problem('rate-limited', 429, 'This key has been used too often just now.');
const usageExceeded = problem('usage-exceeded', 429, 'The quota of this key is used up.');
const insufficientPermission = problem('insufficient-permission', 403, 'This key may not do this.');

/** What a client is told about a refused key. Only who has the right secret learns more than that it is not valid. */
export function keyRefused(denial: Denial, retryAfterSeconds: number | null): Problem {
  const headers: Record<string, string> = {};
  if (retryAfterSeconds !== null) headers['retry-after'] = String(retryAfterSeconds);
  switch (denial) {
    case 'NOT_FOUND':
      return unauthenticated();
    case 'COMPANY_SUSPENDED':
      return companySuspended();
    case 'REVOKED':
      return revoked();
    case 'EXPIRED':
      return expired();
    case 'DISABLED':
      return disabled();
    case 'PRODUCT_DISABLED':
      return productDisabled();
    case 'OWNER_INACTIVE':
      return ownerInactive();
    case 'SIGN_IN_NOT_GRANTED':
      return signInNotGranted();
    case 'USERNAME_MISMATCH':
      return usernameMismatch();
    case 'ADDRESS_NOT_ALLOWED':
      return addressNotAllowed();
    case 'RATE_LIMITED':
      return rateLimited({ headers });
    case 'USAGE_EXCEEDED':
      return usageExceeded({ headers });
    case 'INSUFFICIENT_PERMISSION':
      return insufficientPermission();
  }
}
