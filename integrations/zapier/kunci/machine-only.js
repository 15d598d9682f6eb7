'use strict';

const { ask } = require('./ask');

const forbidden = ['insufficient-permission', 'forbidden'];

/**
 * Does what only machine keys may.
 * @param doing for the sentence: `Creating keys`
 * @param permission that the service account needs
 * @throws z.errors.Error with a sentence that names the key of this connection, where Kunci says that it may not
 */
async function machineOnly(z, bundle, { doing, permission }, act) {
  try {
    return await act();
  } catch (error) {
    if (!forbidden.includes(error.problemCode)) throw error;
    const { username, key } = await ask(z, bundle, '/me');
    throw new z.errors.Error(
      sentenceFor({ doing, permission, username, kind: key.kind }),
      'insufficient-permission',
      403,
    );
  }
}

function sentenceFor({ doing, permission, username, kind }) {
  return kind === 'machine'
    ? `${doing} needs a role with the permission ${permission}, which the service account ${username} does not have.`
    : `${doing} needs a machine key, and this connection uses a ${kind} key: connect with the key of a service account that has the permission ${permission}.`;
}

module.exports = { machineOnly };
