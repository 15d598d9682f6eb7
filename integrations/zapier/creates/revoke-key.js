'use strict';

const { ask } = require('../kunci/ask');
const { keyOutputFields, keySample, keyView } = require('../kunci/key-view');
const { machineOnly } = require('../kunci/machine-only');

module.exports = {
  key: 'revoke_key',
  noun: 'Key',
  display: {
    label: 'Revoke Key',
    description: 'Revokes a key permanently. Needs a machine key.',
  },
  operation: {
    perform,
    inputFields: [
      {
        key: 'id',
        label: 'Key',
        type: 'string',
        required: true,
        dynamic: 'new_key.id.name',
        search: 'find_key.id',
      },
      { key: 'reason', label: 'Reason', type: 'string', helpText: 'For the audit trail.' },
    ],
    sample: { ...keySample, status: 'revoked', revokedReason: 'Published in a repository' },
    outputFields: keyOutputFields,
  },
};

/** Revoking a key that is revoked is no fault: a step that Zapier replays succeeds. */
function perform(z, bundle) {
  const { id, reason } = bundle.inputData;
  const path = `/keys/${encodeURIComponent(id)}/revoke`;
  return machineOnly(
    z,
    bundle,
    { doing: 'Revoking keys', permission: 'to revoke keys of this kind' },
    async () => {
      const { key } = await ask(z, bundle, path, { method: 'POST', body: reason ? { reason } : {} });
      return keyView(key);
    },
  );
}
