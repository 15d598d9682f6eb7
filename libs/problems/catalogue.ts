import { defineProblem } from './define-problem';
import { denialProblems } from './denial-problems';
import { ofServiceKeys } from './of-service-keys';
import { selfRotationProblems } from './self-rotation-problems';

/** Every refusal of the core, by what it is about. Codes are never renamed; two entries may share one with another status. */
export const problems = {
  // The request itself.
  malformedRequest: defineProblem('malformed-request', 400, 'The request could not be read.'),
  notFound: defineProblem('not-found', 404, 'There is nothing here.'),
  methodNotAllowed: defineProblem(
    'method-not-allowed',
    405,
    'This address does not take this method; Allow names those it takes.',
  ),
  requestTimeout: defineProblem('request-timeout', 408, 'The request took too long to arrive.'),
  payloadTooLarge: defineProblem('payload-too-large', 413, 'The request is too large.'),
  unsupportedMediaType: defineProblem('unsupported-media-type', 415, 'Send the body as application/json.'),
  rangeNotSatisfiable: defineProblem('range-not-satisfiable', 416, 'The file has no such part.'),
  expectationFailed: defineProblem(
    'expectation-failed',
    417,
    'This server supports no Expect header other than 100-continue.',
  ),
  validationFailed: defineProblem('validation-failed', 422, 'Some of what was sent cannot be accepted.'),
  headersTooLarge: defineProblem(
    'headers-too-large',
    431,
    'The header fields are too large: all of them together may have 16 kB.',
  ),
  invalidIdempotencyKey: defineProblem(
    'invalid-idempotency-key',
    400,
    'An Idempotency-Key has 1 to 255 visible ASCII characters.',
  ),
  idempotencyKeyReused: defineProblem(
    'idempotency-key-reused',
    409,
    'This Idempotency-Key was sent with another request before.',
  ),
  idempotencyAnswerLost: defineProblem(
    'idempotency-answer-lost',
    409,
    'The request with this Idempotency-Key was carried out, but its answer can no longer be read. Look at what it changed.',
  ),
  idempotencyKeyInUse: defineProblem(
    'idempotency-key-in-use',
    409,
    'A request with this Idempotency-Key is still under way.',
  ),

  // This server.
  internalError: defineProblem('internal-error', 500, 'Something went wrong on our side.'),
  unavailable: defineProblem(
    'unavailable',
    503,
    'The service is busy or its database does not answer. Try again.',
  ),
  outcomeUnknown: defineProblem(
    'outcome-unknown',
    503,
    'The database stopped answering while this was being saved, so nobody knows whether it was done. Look before you try ' +
      'again, or send the same request with the same Idempotency-Key.',
  ),
  notReady: defineProblem('not-ready', 503, 'This instance cannot reach its database.'),
  consoleNotBuilt: defineProblem(
    'console-not-built',
    404,
    'The console is not built here: npm run build. The API works without it; /docs describes it.',
  ),

  // Credentials, and what they allow.
  invalidCredentials: defineProblem('invalid-credentials', 401, 'These credentials are not valid.'),
  credentialsMissing: defineProblem('credentials-missing', 401, 'No credentials were sent.'),
  severalCredentials: defineProblem('several-credentials', 400, 'Send one kind of credentials, once.'),
  csrf: defineProblem('csrf', 403, 'This request came from another site.'),
  tooManyAttempts: defineProblem('too-many-attempts', 429, 'Too many wrong attempts. Try again later.'),
  tooManyCalls: defineProblem('too-many-calls', 429, 'Too many calls from this address. Try again later.'),
  forbidden: defineProblem('forbidden', 403, 'You may not do this.'),
  noCompany: defineProblem('no-company', 403, 'You act for no company here.'),
  noUser: defineProblem('no-user', 403, 'Only a signed-in person can do this.'),
  keyRequired: defineProblem(
    'key-required',
    403,
    'This works only with a key that is sent with the request.',
  ),
  sessionRequired: defineProblem('session-required', 403, 'This works in a signed-in session only.'),
  passwordSessionRequired: defineProblem(
    'password-session-required',
    403,
    'This works only in a session that was opened with a password.',
  ),
  companySuspended: defineProblem(
    'company-suspended',
    403,
    'This company is suspended; nothing can be changed.',
  ),
  ...ofServiceKeys,

  ...denialProblems,

  // Proving again who you are.
  stepUpRequired: defineProblem('step-up-required', 403, 'Prove again that it is you.', [
    'factor',
    'action',
    'kind',
  ]),
  stepUpFailed: defineProblem('step-up-failed', 403, 'The proof was wrong.', [
    'attemptsLeft',
    'codeUsed',
    'lockedUntil',
  ]),
  factorLocked: defineProblem('factor-locked', 429, 'Too many wrong attempts. Wait until the lock ends.', [
    'lockedUntil',
  ]),
  prerequisitesNotMet: defineProblem('prerequisites-not-met', 409, 'Something has to be set up first.', [
    'missing',
  ]),

  // Signing up, invitations and password resets.
  signUpClosed: defineProblem('sign-up-closed', 403, 'Sign-up is closed here.'),
  slugTaken: defineProblem('slug-taken', 409, 'There is a company with this slug.'),
  usernameTaken: defineProblem('username-taken', 409, 'There is a user with this username.'),
  invitationInvalid: defineProblem('invitation-invalid', 404, 'This invitation is not valid.'),
  passwordResetInvalid: defineProblem('password-reset-invalid', 404, 'This password reset is not valid.'),
  operatorInNoCompany: defineProblem('operator-in-no-company', 403, 'An operator belongs to no company.'),
  userInOtherCompany: defineProblem(
    'user-in-other-company',
    403,
    'This person also belongs to another company, so no company may reset their password.',
  ),

  // A company, its people and their roles.
  submissionRefused: defineProblem(
    'submission-refused',
    409,
    'Only a company that is onboarding, or was rejected, can be submitted for review.',
    ['companyStatus'],
  ),
  alreadyMember: defineProblem('already-member', 409, 'This person is a member of the company already.'),
  memberNotActive: defineProblem('member-not-active', 409, 'This person is not an active member.'),
  lastOwner: defineProblem(
    'last-owner',
    409,
    'The last active Owner can be neither removed, deactivated nor demoted.',
  ),
  roleExceedsYours: defineProblem(
    'role-exceeds-yours',
    403,
    'Only someone who holds every permission of a role may create, edit or assign it.',
  ),
  systemRoleFixed: defineProblem('system-role-fixed', 409, 'System roles can be assigned, not edited.'),
  roleNameTaken: defineProblem('role-name-taken', 409, 'The company has a role of this name.'),
  roleInUse: defineProblem('role-in-use', 409, 'Members still have this role.'),
  serviceAccountNameTaken: defineProblem(
    'service-account-name-taken',
    409,
    'There is a service account or a user of this name.',
  ),

  // Managing keys and products.
  keyLimitReached: defineProblem(
    'key-limit-reached',
    409,
    'The company has as many of these keys as it may have.',
    ['maxActive'],
  ),
  kindDisabled: defineProblem('kind-disabled', 409, 'The company has switched off this kind of key.'),
  notRecoverable: defineProblem('not-recoverable', 409, 'This key cannot be shown again.'),
  keyBroken: defineProblem(
    'key-broken',
    409,
    'What is stored of this key cannot be read. It can only be revoked or deleted.',
  ),
  keyExpired: defineProblem(
    'key-expired',
    409,
    'This key has expired. Set a later expiry or rotate it first.',
  ),
  ...selfRotationProblems,
  keyRevoked: defineProblem('key-revoked', 409, 'This key has been revoked; that cannot be undone.'),
  permissionCeiling: defineProblem(
    'permission-ceiling',
    403,
    'Nobody can give a key, or its secret, with permissions that they do not hold themselves.',
    ['missing'],
  ),
  keyAlreadyImported: defineProblem('key-already-imported', 409, 'This hash was imported before.', ['keyId']),
  keyShapeInUse: defineProblem('key-shape-in-use', 409, 'Imported keys need this shape.', ['seen', 'unseen']),
  productDisabled: defineProblem(
    'product-disabled',
    409,
    'The platform has switched this product off for the company; asking again does not change that.',
  ),

  // Operators.
  companyNotInReview: defineProblem(
    'company-not-in-review',
    409,
    'Only a company that is in review can be approved or rejected.',
    ['companyStatus'],
  ),
  companyChanged: defineProblem(
    'company-changed',
    409,
    'The company has changed since you looked at it. Look again, and decide about its present revision.',
  ),
  companyNameNotPending: defineProblem(
    'company-name-not-pending',
    409,
    'No new name of this company is waiting for a decision.',
  ),
  companyClosed: defineProblem('company-closed', 409, 'This company is closed; that cannot be undone.'),
  companyHasOwner: defineProblem('company-has-owner', 409, 'This company has an Owner, who invites others.'),
  externalIdTaken: defineProblem('external-id-taken', 409, 'There is a company with this external id.'),
  companyAlreadySuspended: defineProblem(
    'company-already-suspended',
    409,
    'This company is suspended already.',
    ['companyStatus'],
  ),
  companyNotSuspended: defineProblem('company-not-suspended', 409, 'This company is not suspended.', [
    'companyStatus',
  ]),
  ownCompany: defineProblem(
    'own-company',
    403,
    'You may not approve or enable anything for a company you are a member of.',
  ),
  productCodeTaken: defineProblem('product-code-taken', 409, 'There is a product with this code.'),
  productRetired: defineProblem('product-retired', 409, 'This product is no longer on sale.'),
  permissionTaken: defineProblem('permission-taken', 409, 'A permission has this name.', ['permission']),
  permissionHeld: defineProblem('permission-held', 409, 'Keys hold what would be removed.', ['keys']),
} as const;

/** The code of a refusal of the core. */
export type ProblemCode = (typeof problems)[keyof typeof problems]['code'];
