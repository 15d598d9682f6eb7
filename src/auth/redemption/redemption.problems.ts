import { problem } from '../../platform/http';

/** The same for a token that is unknown, used, over or void. */
export const invitationInvalid = problem('invitation-invalid', 404, 'This invitation is not valid.');

/** The same for a token that is unknown, used, over, or whose issuer may not reset this password any more. */
export const resetInvalid = problem('password-reset-invalid', 404, 'This password reset is not valid.');

export const operatorInNoCompany = problem(
  'operator-in-no-company',
  403,
  'An operator belongs to no company.',
);

export const userInOtherCompany = problem(
  'user-in-other-company',
  403,
  'This person belongs elsewhere too, so no company may reset their password.',
);

export const memberNotActive = problem('member-not-active', 409, 'This person is not an active member.');
