'use strict';

const { ask } = require('../kunci/ask');
const { keyOutputFields, keySample, keyView } = require('../kunci/key-view');

/** Also what the fields that name a key offer to choose from. */
module.exports = {
  key: 'new_key',
  noun: 'Key',
  display: {
    label: 'New Key',
    description: 'Triggers when a key is created that you may see, including your own.',
  },
  operation: {
    type: 'polling',
    perform,
    inputFields: [
      { key: 'kind', label: 'Kind', choices: ['company', 'product', 'personal', 'machine'], required: false },
    ],
    sample: keySample,
    outputFields: keyOutputFields,
  },
};

async function perform(z, bundle) {
  const { kind } = bundle.inputData;
  const params = { limit: '100', sort: '-createdAt', ...(kind ? { kind } : {}) };
  const { data } = await ask(z, bundle, '/keys', { params });
  return data.map(keyView);
}
