'use strict';

/** Refusals that only another key, or another username, ends: Zapier then asks the person to reconnect. */
const needsReconnection = [
  'invalid-credentials',
  'credentials-missing',
  'username-mismatch',
  'revoked',
  'expired',
  'owner-inactive',
];

/** What a person can do, where Kunci's own sentence does not say it. */
const advice = {
  'invalid-credentials': 'Check the username and the key, or make a new key in Kunci, and reconnect.',
  'username-mismatch': 'Connect with the username of the owner of the key.',
  revoked: 'Make a new key in Kunci and reconnect.',
  expired: 'Make a new key in Kunci, or give this one a later expiry, and reconnect.',
  'owner-inactive': 'Reconnect with the key of an active member.',
  disabled: 'An administrator can enable it in Kunci; this connection then works again.',
  'company-suspended': 'The operator of Kunci can lift that; this connection then works again.',
  'product-disabled': 'The operator of Kunci can enable it; this connection then works again.',
  'sign-in-not-granted':
    'An administrator can give you the role API Key Sign In; this connection then works again.',
  'address-not-allowed':
    'Zapier sends from many addresses: remove the list of allowed addresses from the key.',
  'insufficient-permission':
    'Ask an administrator for a role that may, or connect with a key whose owner may.',
  'step-up-required':
    'The key policy of the company asks people to confirm this: it has to exempt machines, and the connection needs a machine key.',
};

/** What Zapier is told of a problem that Kunci answered. */
function refusalOf(z, { status, data: problem, headers }) {
  const sentence = [problem.detail, ...(problem.errors ?? []).map(fieldFault), advice[problem.code]];
  const message = sentence.filter(Boolean).join(' ');
  const retryAfter = Number.parseInt(headers.get('retry-after') ?? '', 10);
  // Nothing was done, so that Zapier may try again by itself. Of `outcome-unknown` nobody knows, and it has no place here.
  if (status === 429 || problem.code === 'unavailable')
    return new z.errors.ThrottledError(message, Number.isNaN(retryAfter) ? undefined : retryAfter);
  if (needsReconnection.includes(problem.code)) return new z.errors.ExpiredAuthError(message);
  return Object.assign(new z.errors.Error(message, problem.code, status), { problemCode: problem.code });
}

/** What answered is not Kunci: a page, a proxy, another program. */
function faultOf(z, baseUrl, { status }) {
  const message =
    status >= 500
      ? `Kunci cannot be reached behind ${baseUrl}, whose server answered ${status}. Try again later.`
      : `What answers at ${baseUrl} is not Kunci. Enter the address at which you open the console.`;
  return new z.errors.Error(message, 'no-kunci', status);
}

/** Nothing answered. */
function unreachable(z, baseUrl, { code, type }) {
  const why = code ?? type ?? 'no connection';
  return new z.errors.Error(
    `Kunci does not answer at ${baseUrl} (${why}). Try again later.`,
    'unreachable',
    503,
  );
}

function fieldFault({ pointer, detail }) {
  return `${pointer.replace(/^\//, '')}: ${detail}.`;
}

module.exports = { faultOf, refusalOf, unreachable };
