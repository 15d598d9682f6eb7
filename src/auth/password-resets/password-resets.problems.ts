import { problems } from '../../../libs/problems';
import { problem } from '../../platform/http';

/** The same for a token that is unknown, used or expired, or whose issuer may no longer reset this password. */
export const resetInvalid = problem(problems.passwordResetInvalid);

export const userInOtherCompany = problem(problems.userInOtherCompany);
export const memberNotActive = problem(problems.memberNotActive);
