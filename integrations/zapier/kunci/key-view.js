'use strict';

/** A key as steps of a Zap use it: what Kunci answers, without what only its console needs. */
function keyView(key) {
  return {
    id: key.id,
    name: key.name,
    description: key.description,
    kind: key.kind,
    environment: key.environment,
    status: key.status,
    product: key.product,
    owner: key.owner?.username ?? null,
    createdBy: key.createdBy?.name ?? null,
    start: key.start,
    last4: key.last4,
    createdAt: key.createdAt,
    expiresAt: key.expiresAt,
    lastUsedAt: key.lastUsedAt,
    revokedReason: key.revokedReason,
  };
}

const keySample = {
  id: '01a22db6-fc7e-72bb-bc99-ba5e9248d72f',
  name: 'Integration with CRM',
  description: null,
  kind: 'company',
  environment: 'live',
  status: 'active',
  product: null,
  owner: null,
  createdBy: 'owner@acme.test',
  start: 'kunci_wlBm',
  last4: '8ADj',
  createdAt: '2026-11-30T18:28:16.638Z',
  expiresAt: '2027-05-29T18:28:16.128Z',
  lastUsedAt: null,
  revokedReason: null,
};

const keyOutputFields = [
  { key: 'id', label: 'Key ID' },
  { key: 'name', label: 'Name' },
  { key: 'description', label: 'Description' },
  { key: 'kind', label: 'Kind' },
  { key: 'environment', label: 'Environment' },
  { key: 'status', label: 'Status' },
  { key: 'product', label: 'Product' },
  { key: 'owner', label: 'Owner' },
  { key: 'createdBy', label: 'Created By' },
  { key: 'start', label: 'Begins With' },
  { key: 'last4', label: 'Last Four Characters' },
  { key: 'createdAt', label: 'Created At', type: 'datetime' },
  { key: 'expiresAt', label: 'Expires At', type: 'datetime' },
  { key: 'lastUsedAt', label: 'Last Used At', type: 'datetime' },
  { key: 'revokedReason', label: 'Reason of the Revocation' },
];

module.exports = { keyOutputFields, keySample, keyView };
