import { advise } from './advice';

/** Companies, the people in them, and their roles. */
export const ofPeople = {
  'sign-up-closed': advise(
    'On this server, companies cannot sign up by themselves.',
    'Ask the operators of the platform to create the company.',
    ['foundCompany'],
  ),
  'slug-taken': advise(
    'Another company has this short name, or had it within the last 180 days.',
    'Choose another short name.',
    ['foundCompany', 'createPlatformCompany'],
  ),
  'username-taken': advise('Somebody has this username.', 'Choose another one. If it is yours, sign in.', [
    'foundCompany',
    'redeemInvitation',
  ]),
  'invitation-invalid': advise(
    'The invitation was used, withdrawn or replaced, or it has expired.',
    'Ask the person who invited you for a new one.',
    ['previewInvitation', 'redeemInvitation'],
  ),
  'password-reset-invalid': advise(
    'The password reset was used or replaced, or it has expired.',
    'Ask for a new one.',
    ['previewPasswordReset', 'redeemPasswordReset'],
  ),
  'operator-in-no-company': advise(
    'Operators of the platform cannot join companies.',
    'Use an account of its own for work in a company.',
    ['redeemInvitation'],
  ),
  'user-in-other-company': advise(
    'The person is also a member of another company, and no single company may decide about their password.',
    'The person asks the operators of the platform.',
    ['resetPassword'],
  ),
  'submission-refused': advise(
    'The company is in review or was approved already.',
    'Look at the status of the company; there is nothing to submit.',
    ['submitCompany'],
  ),
  'already-member': advise(
    'The person belongs to the company already, or accepted the invitation before.',
    'Change the roles of the member instead.',
    ['inviteUser', 'redeemInvitation'],
  ),
  'member-not-active': advise(
    'The member is invited or deactivated, and this works for active members only.',
    'Activate the member first.',
    ['resetPassword'],
  ),
  'last-owner': advise(
    'A company always has an active Owner, and this is the last one.',
    'Make another member Owner first.',
    ['updateUser', 'removeUser', 'setUserRoles'],
  ),
  'role-exceeds-yours': advise(
    'The role has permissions that you do not have, so you cannot give it away.',
    'Ask somebody who holds all of them, such as an Owner.',
    [
      'createRole',
      'updateRole',
      'inviteUser',
      'setUserRoles',
      'createServiceAccount',
      'updateServiceAccount',
    ],
  ),
  'system-role-fixed': advise(
    'System roles come with the program and are the same everywhere.',
    'Create a role of your own.',
    ['updateRole', 'deleteRole'],
  ),
  'role-name-taken': advise(
    'The company has a role of this name; case and similar letters do not make a difference.',
    'Choose another name.',
    ['createRole', 'updateRole'],
  ),
  'role-in-use': advise('Members or service accounts have this role.', 'Give them other roles first.', [
    'deleteRole',
  ]),
  'service-account-name-taken': advise(
    'A service account of the company, or a person, has this name.',
    'Choose another name.',
    ['createServiceAccount', 'updateServiceAccount'],
  ),
} as const;
