'use strict';

const { keyOutputFields, keySample, keyView } = require('../kunci/key-view');
const { readPages } = require('../kunci/pages');

module.exports = {
  key: 'key_expiring',
  noun: 'Key',
  display: {
    label: 'Key Expires Soon',
    description: 'Triggers when a key that you may see comes to its last days.',
  },
  operation: {
    type: 'polling',
    perform,
    inputFields: [
      {
        key: 'days',
        label: 'Days Before',
        type: 'integer',
        default: '14',
        required: true,
        helpText: 'How many days before the expiry.',
      },
    ],
    sample: { ...keySample, id: `${keySample.id}:${keySample.expiresAt}`, keyId: keySample.id },
    outputFields: [{ key: 'keyId', label: 'Key ID' }, ...keyOutputFields.filter(({ key }) => key !== 'id')],
  },
};

/**
 * A key whose expiry is moved comes to its last days again. The last to expire are first: those have come to their last days since
 * the poll before, while those that expire first were told of long ago.
 */
async function perform(z, bundle) {
  const days = String(bundle.inputData.days ?? 14);
  const keys = await readPages(z, bundle, '/keys', { sort: '-expiresAt', expiresWithinDays: days });
  return keys.map((key) => ({ ...keyView(key), id: `${key.id}:${key.expiresAt}`, keyId: key.id }));
}
