import { advise } from './advice';

/** Why a key that is sent with a request is refused. */
export const ofPresentedKeys = {
  revoked: advise(
    'The key was revoked. That is permanent.',
    'Create a new key. If you do not know why it was revoked, look into the audit trail of the company.',
    'with-key',
  ),
  expired: advise(
    'The time until which the key worked is over.',
    'Someone who may update keys sets a later expiry or rotates the key.',
    'with-key',
  ),
  disabled: advise(
    'The key was disabled, or the company has switched off this kind of key.',
    'Someone who may update keys enables it again, or an administrator switches the kind on in the settings.',
    'with-key',
  ),
  'product-disabled': advise(
    'The platform has not enabled this product for the company, or has switched it off.',
    'Ask the operators of the platform to enable the product. Requesting it again changes nothing.',
    'with-key',
  ),
  'owner-inactive': advise(
    'The person or service account that owns the key is no longer active in the company.',
    'Activate the owner again, or use a key of somebody who is active.',
    'with-key',
  ),
  'sign-in-not-granted': advise(
    'A key was used to sign in, and the roles of its owner do not allow that.',
    'Sign in with the password, or ask for a role that allows to sign in with keys.',
    ['signIn'],
  ),
  'username-mismatch': advise(
    'The username that came with the key is not that of its owner.',
    'Check the username in Basic credentials. With X-API-Key no username is needed.',
    'with-key',
  ),
  'address-not-allowed': advise(
    'The key may be used from some addresses only, and the request came from another one.',
    'Add the address to the key, or send the request from an allowed one. Behind a proxy, operators check TRUST_PROXY.',
    'with-key',
  ),
  'environment-mismatch': advise(
    'A test key was used where live keys are expected, or a live key where test keys are.',
    'Use a key of the right environment; its secret shows it. The environment of a key never changes.',
    'with-key',
  ),
  'insufficient-permission': advise(
    'The key is valid, but does not have the permission that this route requires, or its owner has lost it.',
    'Give the key the permission, or use another key. GET /api/v1/me with the key lists what it has.',
    'with-key',
  ),
  'rate-limited': advise(
    'The key was used more often than its rate limits allow.',
    'Wait as long as Retry-After says. The RateLimit headers tell how much is left; spread the requests.',
    'with-key',
  ),
  'usage-exceeded': advise(
    'The quota of the key is used up.',
    'Wait until the quota is refilled, or have it raised.',
    'with-key',
  ),
} as const;
