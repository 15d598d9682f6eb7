import { advise } from './advice';

/** Managing keys. */
export const ofManagedKeys = {
  'key-limit-reached': advise(
    'The policy of the company limits how many keys of this kind may be active at once; `maxActive` says how many.',
    'Revoke keys that nobody needs, or have the limit raised in the settings.',
    ['generateKey', 'updateKey', 'rotateKey', 'importKeys'],
  ),
  'kind-disabled': advise(
    'The company has switched off this kind of key.',
    'An administrator switches it on in the settings.',
    ['generateKey', 'updateKey', 'rotateKey', 'importKeys'],
  ),
  'not-recoverable': advise(
    'This key was made to be shown once. Only a digest of it is stored.',
    'Rotate the key to get a new secret.',
    ['revealKey'],
  ),
  'key-broken': advise(
    'What is stored of the key was damaged or cannot be decrypted.',
    'Revoke it and create a new one. Operators look at the log and at the encryption secrets.',
    ['updateKey', 'rotateKey', 'revealKey', 'disableKey', 'enableKey'],
  ),
  'key-expired': advise(
    'The key has expired, and this works only with keys that have not.',
    'Set a later expiry, or rotate the key.',
    ['enableKey'],
  ),
  'self-rotation-off': advise(
    'The policy for this kind of key does not let a key replace its own secret.',
    'A person rotates it, or an administrator switches self-rotation on.',
    ['rotateOwnKey'],
  ),
  'rotated-today': advise('A key may rotate itself once in 24 hours.', 'Wait until `nextAt`.', [
    'rotateOwnKey',
  ]),
  'secret-superseded': advise(
    'The request came with an older secret of the key, which works only until its overlap ends.',
    'Send the newest secret.',
    ['rotateOwnKey'],
  ),
  'key-revoked': advise('The key was revoked, and that is permanent.', 'Create a new key.', [
    'updateKey',
    'rotateKey',
    'disableKey',
    'enableKey',
  ]),
  'permission-ceiling': advise(
    'The key would have, or has, permissions that you do not hold; `missing` names them.',
    'Leave those permissions out, or ask somebody who holds them.',
    ['generateKey', 'updateKey', 'rotateKey', 'revealKey', 'enableKey', 'importKeys'],
  ),
  'key-already-imported': advise(
    'A key with this hash is in the company already; `keyId` names it.',
    'Leave it out of the import.',
    ['importKeys'],
  ),
  'key-shape-in-use': advise(
    'Imported keys are recognised by this shape, and some of them still work.',
    'Revoke those keys first, or repeat the request with force=true.',
    ['removeKeyShape'],
  ),
} as const;
