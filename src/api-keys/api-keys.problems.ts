import { problem } from '../platform/http';

export const keyLimitReached = problem(
  'key-limit-reached',
  409,
  'The company has as many of these keys as it may have.',
);
export const kindDisabled = problem('kind-disabled', 409, 'The company has switched this kind of key off.');
export const notRecoverable = problem('not-recoverable', 409, 'This key cannot be shown again.');
export const keyBroken = problem(
  'key-broken',
  409,
  'What is stored of this key cannot be read. It can only be revoked or deleted.',
);
export const keyRevoked = problem('key-revoked', 409, 'This key has been revoked; that cannot be undone.');
