'use strict';

const { ask } = require('./kunci/ask');

/** Username and key go where username and password would go. */
module.exports = {
  type: 'custom',
  fields: [
    {
      key: 'baseUrl',
      label: 'Address of Kunci',
      type: 'string',
      required: true,
      placeholder: 'https://keys.example.com',
      helpText: 'The address at which you open the console.',
    },
    {
      key: 'username',
      label: 'Username',
      type: 'string',
      required: true,
      helpText:
        'The name you sign in with. For a machine key, the username of its service account, such as `zapier@acme`.',
    },
    {
      key: 'key',
      label: 'API key',
      type: 'password',
      required: true,
      helpText:
        'A personal key reads what you may read. The actions that create and revoke keys need a machine key of a service account.',
    },
  ],
  test,
  connectionLabel,
};

/** Works with every key. What it returns is what the label is made of. */
async function test(z, bundle) {
  try {
    return await ask(z, bundle, '/me');
  } catch (error) {
    if (error.problemCode !== 'not-found') throw error;
    const message =
      'Kunci answers at this address, but not its API: leave out what follows the name of the server, such as “/keys”.';
    throw new z.errors.Error(message, 'base-url', 404);
  }
}

function connectionLabel(z, { inputData: { username, companyName, key } }) {
  return `${username}, ${companyName} (${key.kind} key${key.name === null ? '' : ` “${key.name}”`})`;
}
