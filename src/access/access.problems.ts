import { problem } from '../platform/http';

export const unauthenticated = problem('invalid-credentials', 401, 'These credentials are not valid.');
export const credentialsMissing = problem('credentials-missing', 401, 'No credentials were sent.');
export const forbidden = problem('forbidden', 403, 'You may not do this.');
export const companySuspended = problem(
  'company-suspended',
  403,
  'This company is suspended; nothing can be changed.',
);
export const sessionRequired = problem('session-required', 403, 'This works in a signed-in session only.');
export const passwordSessionRequired = problem(
  'password-session-required',
  403,
  'This works only in a session that was opened with a password.',
);
