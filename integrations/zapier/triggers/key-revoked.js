'use strict';

const { readPages } = require('../kunci/pages');

/** Zapier polls every quarter of an hour at the latest, and knows what is a day old. */
const knownAfterMs = 24 * 60 * 60 * 1000;

module.exports = {
  key: 'key_revoked',
  noun: 'Key',
  display: {
    label: 'Key Revoked',
    description: 'Triggers when a key is revoked. Its owner must be allowed to read the audit trail.',
  },
  operation: {
    type: 'polling',
    perform,
    sample: {
      id: '35',
      at: '2026-11-30T18:28:16.135Z',
      keyId: '01a22db6-fa80-7194-9933-a947dc15d217',
      name: 'Integration with CRM',
      kind: 'company',
      reason: 'Published in a repository',
      by: 'owner@acme.test',
    },
    outputFields: [
      { key: 'id', label: 'Position in the Audit Trail' },
      { key: 'at', label: 'Revoked At', type: 'datetime' },
      { key: 'keyId', label: 'Key ID' },
      { key: 'name', label: 'Name' },
      { key: 'kind', label: 'Kind' },
      { key: 'reason', label: 'Reason' },
      { key: 'by', label: 'Revoked By' },
    ],
  },
};

/**
 * From the audit trail, which is newest first: no list of keys is in the order in which they were revoked. A company that revokes
 * many at once has more than one page of them.
 */
async function perform(z, bundle) {
  const isKnown = ({ at }) => Date.now() - Date.parse(at) > knownAfterMs;
  const events = await readPages(z, bundle, '/events', { type: 'key.revoked' }, isKnown);
  return events.map(({ position, at, actor, target, data: { name, kind, reason } }) => ({
    id: String(position),
    at,
    keyId: target.id,
    name,
    kind,
    reason: reason ?? null,
    by: actor.name,
  }));
}
