import { abilityFor, type Permission } from '../../../libs/permissions';
import { type KeyRecord } from './key-record';
import { type Question } from './steps';
import { type Denial } from './verdict';
import { firstDenial } from './verify-key';

const now = new Date('2026-06-15T09:00:00.000Z');

/** The personal key of an active member, who may sign in with it from one network. */
function aKeyRecord(): KeyRecord {
  const permissions: Permission[] = ['sales-invoices:read'];
  return {
    id: 'key',
    secretId: 'secret',
    pepperVersion: 'v1',
    foreign: false,
    kind: 'personal',
    environment: 'live',
    name: 'Zapier',
    hasMetadata: false,
    product: null,
    company: { id: 'company', name: 'Acme', slug: 'acme', suspended: false, timeZone: 'UTC' },
    owner: { id: 'user', username: 'ani@acme.test', signInGranted: true },
    issuedAt: null,
    facts: {
      ...{ companySuspended: false, revokedAt: null, endsAt: null, expiresAt: null },
      ...{ disabledAt: null, kindEnabled: true, productEnabled: true, ownerActive: true },
    },
    allowedAddresses: ['192.0.2.0/24'],
    limited: { companyId: 'company', keyId: 'key', rateLimits: [], quota: null },
    permissions,
    productPermissions: [],
    ability: abilityFor(permissions),
    verifiedAbility: abilityFor(permissions),
  };
}

/** A valid key, sent correctly, for something that it may do. */
function aGoodQuestion(): Question {
  const sent = { username: 'ani@acme.test', address: '192.0.2.9' };
  return { key: aKeyRecord(), now, ...sent, environments: ['live'], required: 'sales-invoices:read' };
}

const withKey = (asked: Question, change: Partial<KeyRecord>): Question => ({
  ...asked,
  key: { ...asked.key, ...change },
});
const withFacts = (asked: Question, facts: Partial<KeyRecord['facts']>): Question =>
  withKey(asked, { facts: { ...asked.key.facts, ...facts } });
const unsigned = { id: 'user', username: 'ani@acme.test', signInGranted: false };

/** Everything that can be wrong, in the order of the checks. The verdict names the first. */
const wrongs: readonly (readonly [Denial, wrong: (asked: Question) => Question])[] = [
  ['COMPANY_SUSPENDED', (asked) => withFacts(asked, { companySuspended: true })],
  ['REVOKED', (asked) => withFacts(asked, { revokedAt: new Date(now.getTime() - 5_000) })],
  ['REVOKED', (asked) => withFacts(asked, { endsAt: now })],
  ['EXPIRED', (asked) => withFacts(asked, { expiresAt: now })],
  ['DISABLED', (asked) => withFacts(asked, { disabledAt: now })],
  ['DISABLED', (asked) => withFacts(asked, { kindEnabled: false })],
  ['PRODUCT_DISABLED', (asked) => withFacts(asked, { productEnabled: false })],
  ['OWNER_INACTIVE', (asked) => withFacts(asked, { ownerActive: false })],
  ['SIGN_IN_NOT_GRANTED', (asked) => withKey(asked, { owner: unsigned })],
  ['USERNAME_MISMATCH', (asked) => ({ ...asked, username: 'budi@acme.test' })],
  ['ADDRESS_NOT_ALLOWED', (asked) => ({ ...asked, address: '203.0.113.7' })],
  ['ENVIRONMENT_MISMATCH', (asked) => withKey(asked, { environment: 'test' })],
  [
    'INSUFFICIENT_PERMISSION',
    (asked) => ({ ...asked, required: { anyOf: ['keys:verify', 'sales-invoices:create'] } }),
  ],
];

/** Every combination of them, including none. */
const combinations = Array.from({ length: 2 ** wrongs.length }, (_, bits) =>
  wrongs.filter((_wrong, at) => Math.floor(bits / 2 ** at) % 2 === 1),
);

describe('the decision about a key', () => {
  it('is the first thing that is wrong, in the order of the design, and nothing when nothing is', () => {
    for (const combination of combinations) {
      const asked = combination.reduce((so, [, wrong]) => wrong(so), aGoodQuestion());
      expect([combination, firstDenial(asked)]).toEqual([combination, combination[0]?.[0] ?? null]);
    }
  });

  it.each(wrongs)('%s is said when nothing else is wrong (%#)', (denial, wrong) => {
    expect(firstDenial(wrong(aGoodQuestion()))).toBe(denial);
  });

  it('changes nothing of what it was asked about', () => {
    const asked = aGoodQuestion();
    const key = Object.freeze({ ...asked.key, facts: Object.freeze(asked.key.facts) });
    expect(firstDenial(Object.freeze({ ...asked, key }))).toBeNull();
  });
});
