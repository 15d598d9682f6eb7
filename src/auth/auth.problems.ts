import { unauthenticated } from '../access';
import { type Denial } from '../api-keys';
import { type Problem, problem } from '../platform/http';

export const severalCredentials = problem('several-credentials', 400, 'Send one kind of credentials, once.');
export const signUpClosed = problem('sign-up-closed', 403, 'New companies are not taken in here.');
export const slugTaken = problem('slug-taken', 409, 'There is a company with this slug.');
export const usernameTaken = problem('username-taken', 409, 'There is a user with this username.');
export const csrf = problem('csrf', 403, 'This request came from another site.');

const companySuspended = problem('company-suspended', 401, 'The company of this key is suspended.');
const revoked = problem('revoked', 401, 'This key has been revoked.');
const expired = problem('expired', 401, 'This key has expired.');
const disabled = problem('disabled', 401, 'The company has switched this kind of key off.');
const usernameMismatch = problem('username-mismatch', 401, 'This key does not belong to this username.');
const insufficientPermission = problem('insufficient-permission', 403, 'This key may not do this.');

/** What a client is told about a refused key. Only who has the right secret learns more than that it is not valid. */
export function keyRefused(denial: Denial): Problem {
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
    case 'USERNAME_MISMATCH':
      return usernameMismatch();
    case 'INSUFFICIENT_PERMISSION':
      return insufficientPermission();
  }
}
