'use strict';

const { ask } = require('../kunci/ask');
const { keyOutputFields, keySample, keyView } = require('../kunci/key-view');
const { machineOnly } = require('../kunci/machine-only');

module.exports = {
  key: 'create_key',
  noun: 'Key',
  display: {
    label: 'Create Key',
    description: 'Creates a key of the company or of a product. Needs a machine key.',
  },
  operation: {
    perform,
    inputFields: [
      {
        key: 'secretNotice',
        type: 'copy',
        helpText: 'The step returns the new key itself, and Zapier keeps that in the history of the Zap.',
      },
      { key: 'name', label: 'Name', type: 'string', required: true },
      { key: 'kind', label: 'Kind', choices: ['company', 'product'], default: 'company', required: true },
      {
        key: 'product',
        label: 'Product',
        type: 'string',
        helpText: 'For a product key: the code of the product.',
      },
      { key: 'environment', label: 'Environment', choices: ['live', 'test'], default: 'live' },
      { key: 'expiresAt', label: 'Expires At', type: 'datetime' },
      {
        key: 'permissions',
        label: 'Permissions',
        type: 'string',
        list: true,
        helpText: 'Such as `sales-invoices:read`. If left empty, all that the service account can give.',
      },
    ],
    sample: { ...keySample, secret: 'kunci_wlBmndmrUajKyvjROOdgQpFZ9buUQRfW3r8ADj' },
    outputFields: [...keyOutputFields, { key: 'secret', label: 'Key' }],
  },
};

function perform(z, bundle) {
  const body = Object.fromEntries(fields(bundle.inputData).filter(([, value]) => value !== undefined));
  const permission = `keys.${body.kind}:generate`;
  return machineOnly(z, bundle, { doing: 'Creating keys', permission }, async () => {
    const { key, secret } = await ask(z, bundle, '/keys', { method: 'POST', body });
    return { ...keyView(key), secret };
  });
}

/** What was left empty is left out: an empty list of permissions would be a key that may do nothing. */
function fields({ name, kind = 'company', product, environment, expiresAt, permissions = [] }) {
  return [
    ['name', name],
    ['kind', kind],
    ['product', product || undefined],
    ['environment', environment || undefined],
    ['expiresAt', expiresAt || undefined],
    ['permissions', permissions.length > 0 ? permissions : undefined],
  ];
}
