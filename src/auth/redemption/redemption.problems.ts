import { problems } from '../../../libs/problems';
import { problem } from '../../platform/http';

/** The same for a token that is unknown, used, over or void. */
export const invitationInvalid = problem(problems.invitationInvalid);

/** The same for a token that is unknown, used, over, or whose issuer may not reset this password any more. */
export const resetInvalid = problem(problems.passwordResetInvalid);

export const operatorInNoCompany = problem(problems.operatorInNoCompany);
export const userInOtherCompany = problem(problems.userInOtherCompany);
export const memberNotActive = problem(problems.memberNotActive);
