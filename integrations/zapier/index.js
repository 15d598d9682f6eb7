'use strict';

const { version: platformVersion } = require('zapier-platform-core');
const { version } = require('./package.json');
const authentication = require('./authentication');

/** The app, as `zapier push` uploads it. Of the files beside it, one is one trigger, search or action. */
module.exports = {
  version,
  platformVersion,
  authentication,
  triggers: byKey(
    require('./triggers/new-invoice'),
    require('./triggers/new-key'),
    require('./triggers/key-expiring'),
    require('./triggers/key-revoked'),
  ),
  searches: byKey(require('./searches/find-invoice'), require('./searches/find-key')),
  creates: byKey(require('./creates/create-key'), require('./creates/revoke-key')),
};

function byKey(...parts) {
  return Object.fromEntries(parts.map((part) => [part.key, part]));
}
