import { problems } from '../../libs/problems';
import { unauthenticated } from '../access';
import { type Denial } from '../api-keys';
import { type Problem, problem, type ProblemDetails } from '../platform/http';

export const severalCredentials = problem(problems.severalCredentials);
export const companyUnexpected = problem(problems.companyUnexpected);
export const companyUnknown = problem(problems.companyUnknown);
export const companyIsClosed = problem(problems.companyIsClosed);
export const csrf = problem(problems.csrf);
export const signUpClosed = problem(problems.signUpClosed);
export const slugTaken = problem(problems.slugTaken);
export const usernameTaken = problem(problems.usernameTaken);
/** Says in `Retry-After` when to try again. */
export const tooManyAttempts = problem(problems.tooManyAttempts);
export const tooManyCalls = problem(problems.tooManyCalls);

/** What a client is told of each verdict. The type wants every one of them named. */
const refusals: Readonly<Record<Denial, (details?: ProblemDetails) => Problem>> = {
  NOT_FOUND: unauthenticated,
  COMPANY_SUSPENDED: problem(problems.keyOfSuspendedCompany),
  REVOKED: problem(problems.revoked),
  EXPIRED: problem(problems.expired),
  DISABLED: problem(problems.disabled),
  PRODUCT_DISABLED: problem(problems.keyOfDisabledProduct),
  OWNER_INACTIVE: problem(problems.ownerInactive),
  SIGN_IN_NOT_GRANTED: problem(problems.signInNotGranted),
  USERNAME_MISMATCH: problem(problems.usernameMismatch),
  ADDRESS_NOT_ALLOWED: problem(problems.addressNotAllowed),
  ENVIRONMENT_MISMATCH: problem(problems.environmentMismatch),
  INSUFFICIENT_PERMISSION: problem(problems.insufficientPermission),
  RATE_LIMITED: problem(problems.rateLimited),
  USAGE_EXCEEDED: problem(problems.usageExceeded),
};

/**
 * The problem for a refused key. Only who has the right secret learns more than that it is not valid.
 * @param headers what else to tell: when trying again may help, and what limits there are.
 */
export function keyRefused(denial: Denial, headers: Readonly<Record<string, string>> = {}): Problem {
  return refusals[denial]({ headers });
}
