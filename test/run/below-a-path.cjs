'use strict';

/*
 * What runs once more below a path of its host, behind a real nginx, as PUBLIC_URL may say. Specs that count the statements of a request do
 * not belong here: what they count with does not reach through a socket.
 */

const basePath = '/kunci';

const everyRun = {
  e2e: [
    'company',
    'credentials-verdicts',
    'cross-origin',
    'gateway-identity',
    'idempotency',
    'keys',
    'me-sessions',
    'rotation',
    'sessions-companies',
    'sign-up',
  ].map((name) => `test/e2e/${name}\\.spec\\.ts$`),
  browser: ['company-key', 'links-with-tokens'].map((name) => `test/browser/journeys/${name}\\.spec\\.ts$`),
};

/** What says itself where the server is. */
const never = [
  // Has a path of its own, and asks outside of it.
  'test/e2e/below-a-path\\.spec\\.ts$',
];

module.exports = { basePath, everyRun, never };
