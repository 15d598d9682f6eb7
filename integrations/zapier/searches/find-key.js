'use strict';

const { ask } = require('../kunci/ask');
const { keyOutputFields, keySample, keyView } = require('../kunci/key-view');

module.exports = {
  key: 'find_key',
  noun: 'Key',
  display: {
    label: 'Find Key',
    description:
      'Finds a key that you may see by the beginning of a word of its name, or by how the key begins.',
  },
  operation: {
    perform,
    inputFields: [
      { key: 'name', label: 'Name', type: 'string', required: true },
      {
        key: 'status',
        label: 'Status',
        choices: ['active', 'disabled', 'expired', 'revoked'],
        required: false,
        helpText: 'Any, if it is left empty.',
      },
    ],
    sample: keySample,
    outputFields: keyOutputFields,
  },
};

/** The one of exactly this name is the first: Zapier takes that. */
async function perform(z, bundle) {
  const { name, status } = bundle.inputData;
  const params = { q: name.trim(), limit: '100', sort: '-createdAt', ...(status ? { status } : {}) };
  const { data } = await ask(z, bundle, '/keys', { params });
  const isExact = (key) => key.name?.toLowerCase() === name.trim().toLowerCase();
  return [...data.filter(isExact), ...data.filter((key) => !isExact(key))].map(keyView);
}
