import { advise } from './advice';

/** Who sends a request, and what that lets them do. */
export const ofCredentials = {
  'invalid-credentials': advise(
    'The key, the password or the session is not valid. The answer does not say which part was wrong.',
    'Check that the whole key was copied and that it belongs to this server. In a browser, sign in again.',
    'with-credentials',
  ),
  'credentials-missing': advise(
    'The route needs credentials, and the request has none.',
    'Send the key in the header X-API-Key, or as Authorization: Bearer. In a browser, sign in.',
    'with-credentials',
  ),
  'several-credentials': advise(
    'The request has more than one kind of credentials, or the same kind twice, so it is unclear who sends it.',
    'Send exactly one: X-API-Key, or Authorization, or the session cookie.',
    'with-credentials',
  ),
  csrf: advise(
    'A browser sent the request with a session cookie, but from a page of another site.',
    'Call the API from pages of this server, or with a key and without cookies. Operators check that PUBLIC_URL is the address in use.',
    'changing',
  ),
  'too-many-attempts': advise(
    'There were too many wrong attempts for this name or from this address.',
    'Wait as long as Retry-After says. A forgotten password can be reset.',
    ['signIn', 'previewInvitation', 'redeemInvitation', 'previewPasswordReset', 'redeemPasswordReset'],
  ),
  'too-many-calls': advise(
    'There were too many calls of this kind from this address. Nothing is wrong with the credentials.',
    'Wait as long as Retry-After says.',
    ['revokeCredentials'],
  ),
  forbidden: advise(
    'You are known, but none of your roles has the permission that this route requires.',
    'Ask an Owner or administrator of your company for a role with that permission. GET /api/v1/me lists what you have.',
    'with-credentials',
  ),
  'no-company': advise(
    'The route works on the data of a company, and these credentials belong to none: an operator, or a service key that named no company.',
    'Sign in as a member of a company. A service key sends the header Kunci-Company.',
    'with-credentials',
  ),
  'no-user': advise(
    'The route is for a person, and the request came with a key that belongs to no person.',
    'Sign in, or use a personal key where the route accepts one.',
    'with-credentials',
  ),
  'key-required': advise(
    'The route is about the key that sends the request, and this request came with a session.',
    'Send the key itself in X-API-Key.',
    ['rotateOwnKey'],
  ),
  'session-required': advise(
    'The route is only for people who have signed in; a key is not enough.',
    'Sign in with POST /api/v1/sessions, or use the console.',
    'with-key',
  ),
  'password-session-required': advise(
    'The session was opened with a key. What protects an account can only be changed in a session that was opened with a password.',
    'Sign out, and sign in with username and password.',
    [
      'setMyPin',
      'beginMyTotp',
      'confirmMyTotp',
      'removeMyTotp',
      'changeMyPassword',
      'foundCompany',
      'redeemInvitation',
    ],
  ),
  'company-suspended': advise(
    'Operators of the platform have suspended the company. Its keys are refused, and nothing can be changed.',
    'An Owner of the company contacts the operators of the platform. The keys work again when the suspension ends.',
    'with-credentials',
  ),
  'unexpected-company': advise(
    'The header Kunci-Company was sent by something other than a service key, more than once, or to a route of the platform.',
    'Leave the header out unless you use a service key that acts for a company.',
    'with-key',
  ),
  'unknown-company': advise(
    'The service key named a company that does not exist.',
    'Check the id or the short name of the company.',
    'with-key',
  ),
  'company-closed': advise(
    'The company was closed permanently, and its keys are revoked. Any request of a service key that names it in Kunci-Company is refused, and so is what operators do to it.',
    'This cannot be undone. A new company can be created.',
    [
      'approveCompany',
      'rejectCompany',
      'suspendCompany',
      'reinstateCompany',
      'renewOwnerInvitation',
      'setProductActivation',
    ],
  ),
  'gateway-refused': advise(
    'The key in Kunci-Gateway is not good, is not for gateways or may not be used from this address; the audience is not on the list of the gateway; or the request has a cost, and the gateway did not prove itself.',
    'Operators create a service key for the gateway and put it into its configuration. Ask for an audience that the key or GATEWAY_AUDIENCES lists, and leave the cost out where the gateway does not prove itself.',
    'with-key',
  ),
  'step-up-required': advise(
    'The company wants to be sure that it is you: before this, a password, PIN or code is needed once more. The members say which.',
    'Send the proof to POST /api/v1/step-ups, and repeat the request with the token it returns. Machines need a policy that exempts them.',
    'stepped-up',
  ),
  'step-up-failed': advise(
    'The password, PIN or code was wrong, or a code was used a second time.',
    'Try again; `attemptsLeft` says how often. A one-time code works once, so wait for the next one.',
    ['stepUp', 'setMyPin', 'beginMyTotp', 'confirmMyTotp', 'removeMyTotp', 'changeMyPassword'],
  ),
  'factor-locked': advise(
    'There were too many wrong proofs in a row, so this factor is locked for a while.',
    'Wait until `lockedUntil`. If these attempts were not yours, change your password.',
    ['stepUp', 'setMyPin', 'beginMyTotp', 'confirmMyTotp', 'removeMyTotp', 'changeMyPassword'],
  ),
  'prerequisites-not-met': advise(
    'The policy asks for a PIN or one-time codes, and you have not set them up.',
    'Set up what `missing` names, in the console under your account or with the routes under /api/v1/me, and try again.',
    ['stepUp', 'confirmMyTotp', 'generateKey', 'rotateKey', 'revealKey', 'deleteKey', 'importKeys'],
  ),
} as const;
