import { problems } from '../../../libs/problems';
import { problem } from '../../platform/http';

/** The same for a token that is unknown, used, expired or revoked. */
export const invitationInvalid = problem(problems.invitationInvalid);

export const operatorInNoCompany = problem(problems.operatorInNoCompany);
