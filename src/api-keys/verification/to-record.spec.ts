import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { allows, type KeyKind, type Permission, systemRoles } from '../../../libs/permissions';
import { catalogue, permissions, permissionsOf } from '../../../test/support/catalogue';
import { type KeyRecord } from './key-record';
import { SharedRights } from './shared-rights';
import { type KeyRecordRow, toRecord } from './to-record';

const issuedMs = Date.parse('2026-06-01T09:00:00.000Z');

/** A company key as stored, with nothing to narrow or limit it. */
function aRow(differing: Partial<KeyRecordRow> = {}): KeyRecordRow {
  return {
    ...{ id: 'key', secret_id: 'secret', pepper_version: 'v1', kind: 'company', name: 'Zapier' },
    ...{ environment: 'live', has_metadata: 0 },
    ...{ permissions: null, allowed_addresses: null, rate_limits: null, quota: null },
    ...{
      created_at: issuedMs,
      disabled_at: null,
      revoked_at: null,
      deleted_at: null,
      issued_at: issuedMs,
      expires_at: null,
    },
    ...{ superseded_at: null, ends_at: null, seen_by: null, foreign_algorithm: null },
    ...{ company_id: 'company', company_name: 'Acme', slug: 'acme', status: 'approved', time_zone: 'UTC' },
    ...{ enabled: 1, max_lifetime_days: null },
    ...{ product_code: null, grants: null, activation: null },
    ...{
      offer_code: null,
      offer_name: null,
      offer_permissions: null,
      offer_for_members: null,
      offer_status: null,
    },
    ...{ owner_id: null, username: null, member_status: null, system_code: null, role_permissions: null },
    ...differing,
  };
}

function aProductRow(differing: Partial<KeyRecordRow> = {}): KeyRecordRow {
  const product = { product_code: 'qris', grants: '["sales-invoices:read"]', activation: 'enabled' };
  return aRow({ kind: 'product', ...product, ...differing });
}

function aPersonalRow(differing: Partial<KeyRecordRow> = {}): KeyRecordRow {
  const owner = { owner_id: 'owner', username: 'ani@acme.test', member_status: 'active' };
  return aRow({ kind: 'personal', ...owner, ...differing });
}

function recordOf(row: KeyRecordRow, ...others: KeyRecordRow[]): KeyRecord {
  return toRecord(row, [row, ...others], catalogue, new SharedRights());
}

/** What the product of `aProductRow` protects elsewhere, in the columns of its row. */
function anOffer(...names: string[]): Partial<KeyRecordRow> {
  const defined = names.map((name) => ({ id: randomUUID(), name, label: name }));
  return { offer_code: 'qris', offer_permissions: JSON.stringify(defined), offer_status: 'enabled' };
}

const grantableTo = (kind: KeyKind) => catalogue.grantableTo(kind);
const roleOf = (held: readonly Permission[]) => ({ role_permissions: JSON.stringify(held) });

describe('the record of a key', () => {
  it('says all that a decision asks for', () => {
    const rateLimits = [{ name: 'burst', limit: 10, windowSeconds: 60 }];
    const limited = aRow({
      allowed_addresses: '["192.0.2.0/24"]',
      rate_limits: JSON.stringify(rateLimits),
      quota: '{"limit":5,"refill":"day"}',
    });
    expect(recordOf(limited)).toMatchObject({
      ...{ id: 'key', secretId: 'secret', pepperVersion: 'v1', kind: 'company', name: 'Zapier' },
      environment: 'live',
      ...{ company: { id: 'company', name: 'Acme', slug: 'acme', suspended: false, timeZone: 'UTC' } },
      ...{ product: null, owner: null },
      ...{ allowedAddresses: ['192.0.2.0/24'], limited: { rateLimits, quota: { limit: 5, refill: 'day' } } },
    });
  });

  it('has no limits and no addresses where none are stored', () => {
    expect(recordOf(aRow())).toMatchObject({
      allowedAddresses: null,
      limited: { rateLimits: [], quota: null },
    });
  });

  it('has the ability of its permissions, and no other', () => {
    const record = recordOf(aRow({ permissions: '["sales-invoices:read"]' }));
    const able = permissions.filter((permission) => allows(record.ability, permission));
    expect(able).toEqual(record.permissions);
    expect(able).toEqual(['sales-invoices:read']);
  });

  it.each(['permissions', 'allowed_addresses', 'rate_limits', 'quota'] as const)(
    'is not made from %s that are no JSON: that closes the key',
    (column) => {
      for (const text of ['', '[', 'null null', 'anywhere'])
        expect(() => recordOf(aRow({ [column]: text }))).toThrow();
    },
  );

  it.each(['revoked_at', 'issued_at', 'expires_at', 'ends_at'] as const)(
    'is not made from a time of %s that no date can hold: such a date is after none, and the key would never end',
    (column) => {
      for (const time of [8_640_000_000_000_001, Number.MAX_SAFE_INTEGER, '-8640000000000001'])
        expect(() => recordOf(aRow({ [column]: time }))).toThrow();
    },
  );

  it.each([
    'revoked_at',
    'issued_at',
    'expires_at',
    'superseded_at',
    'ends_at',
    'max_lifetime_days',
  ] as const)('is not made from %s that is no whole number', (column) => {
    for (const text of ['x', '', ' ', '1e3', '12.5', '0x10', 'NaN'])
      expect(() => recordOf(aRow({ [column]: text }))).toThrow();
  });

  it.each(['x', '', '1', 2, -1, null])('is not made from a policy that is switched %j', (enabled) => {
    // A cast: SQLite holds whatever it is given.
    expect(() => recordOf(aRow({ enabled: enabled as number }))).toThrow();
  });

  it('is not made where the kind does not fit the product or the owner: nothing would bound what it may do', () => {
    expect(() => recordOf(aRow({ kind: 'product' }))).toThrow();
    expect(() => recordOf(aRow({ kind: 'personal' }))).toThrow();
    expect(() => recordOf(aProductRow({ kind: 'company' }))).toThrow();
    expect(() => recordOf(aPersonalRow({ owner_id: null }))).toThrow();
  });

  it('is not made from a superseded secret that would never end', () => {
    expect(() => recordOf(aRow({ superseded_at: issuedMs }))).toThrow();
  });

  it('is not made from a longest life that reaches beyond all dates', () => {
    expect(() => recordOf(aRow({ max_lifetime_days: Number.MAX_SAFE_INTEGER }))).toThrow();
  });

  it('is not made from grants or roles that are no JSON', () => {
    expect(() => recordOf(aProductRow({ grants: '[' }))).toThrow();
    expect(() => recordOf(aPersonalRow({ role_permissions: '[' }))).toThrow();
  });
});

describe('the facts about a key', () => {
  it('are against nothing when all is well', () => {
    expect(recordOf(aRow()).facts).toEqual({
      ...{ companySuspended: false, revokedAt: null, endsAt: null, expiresAt: null },
      ...{ disabledAt: null, kindEnabled: true, productEnabled: true, ownerActive: true },
    });
  });

  it('are read alike from numbers and from the texts of big numbers', () => {
    const time = issuedMs + 5;
    const at = (stored: number | string) =>
      recordOf(
        aRow({
          revoked_at: stored,
          superseded_at: issuedMs,
          ends_at: stored,
          expires_at: stored,
          issued_at: stored,
        }),
      ).facts;
    expect(at(String(time))).toEqual(at(time));
    const date = new Date(time);
    expect(at(time)).toMatchObject({ revokedAt: date, endsAt: date, expiresAt: date });
  });

  it('have the earlier of the stored expiry and what the policy allows', () => {
    const expiry = (stored: string | null, days: number | string | null) => {
      const expires_at = stored === null ? null : Date.parse(stored);
      return recordOf(aRow({ expires_at, max_lifetime_days: days })).facts.expiresAt;
    };
    const [early, late] = ['2026-06-20T09:00:00.000Z', '2027-06-20T09:00:00.000Z'];
    const byPolicy = new Date('2026-07-01T09:00:00.000Z');
    expect(expiry(null, null)).toBeNull();
    expect(expiry(null, 30)).toEqual(byPolicy);
    expect(expiry(null, '30')).toEqual(byPolicy);
    expect(expiry(late, 30)).toEqual(byPolicy);
    expect(expiry(early, 30)).toEqual(new Date(early));
  });

  it.each(['onboarding', 'in_review', 'approved', 'rejected', 'suspended'] as const)(
    'have a company that is %s suspended only when it is',
    (status) => {
      const { facts, company } = recordOf(aRow({ status }));
      expect(facts.companySuspended).toBe(status === 'suspended');
      expect(company.suspended).toBe(status === 'suspended');
    },
  );

  it('have a kind that is switched off, as the databases say it', () => {
    expect(recordOf(aRow({ enabled: 0 })).facts.kindEnabled).toBe(false);
  });

  it.each([null, 'requested', 'disabled', 'ENABLED', 'enabled'])(
    'have a product whose activation is %j enabled only when it says so',
    (activation) => {
      expect(recordOf(aProductRow({ activation })).facts.productEnabled).toBe(activation === 'enabled');
    },
  );

  // Null: they left, or joined again after the key was made.
  it.each([null, 'invited', 'deactivated', 'active'])(
    'have an owner whose membership is %j active only when it is',
    (member_status) => {
      expect(recordOf(aPersonalRow({ member_status })).facts.ownerActive).toBe(member_status === 'active');
    },
  );
});

describe('the rights of a key', () => {
  const someOf = fc.subarray([...permissions]);
  const asked = fc.option(fc.array(fc.oneof(fc.constantFrom<string>(...permissions), fc.string())));
  const stored = (list: readonly string[] | null) => (list === null ? null : JSON.stringify(list));

  /** The design in its own words. */
  const among = (wanted: readonly string[] | null, ...ceilings: (readonly Permission[])[]) =>
    permissions.filter(
      (one) => (wanted?.includes(one) ?? true) && ceilings.every((all) => all.includes(one)),
    );

  it('of a company are what was asked for, of what its kind may', () => {
    fc.assert(
      fc.property(asked, (wanted) => {
        const rights = recordOf(aRow({ permissions: stored(wanted) })).permissions;
        expect(new Set(rights)).toEqual(new Set(among(wanted, grantableTo('company'))));
      }),
    );
  });

  it('for a product are, of these, what the product grants at the moment', () => {
    fc.assert(
      fc.property(asked, someOf, (wanted, grants) => {
        const row = aProductRow({ permissions: stored(wanted), grants: stored(grants) });
        const expected = among(wanted, grantableTo('product'), grants);
        expect(new Set(recordOf(row).permissions)).toEqual(new Set(expected));
      }),
    );
  });

  it('are empty for a product that is no longer in the catalogue', () => {
    expect(recordOf(aProductRow({ grants: null })).permissions).toEqual([]);
  });

  it('of a person are, of these, what all roles of the person together grant at the moment', () => {
    fc.assert(
      fc.property(asked, fc.array(someOf, { minLength: 1, maxLength: 4 }), (wanted, roles) => {
        const rowOf = (held: readonly Permission[]) =>
          aPersonalRow({ permissions: stored(wanted), ...roleOf(held) });
        const [first = [], ...others] = roles;
        const expected = among(wanted, grantableTo('personal'), roles.flat());
        const { permissions: rights } = recordOf(rowOf(first), ...others.map(rowOf));
        expect(new Set(rights)).toEqual(new Set(expected));
      }),
    );
  });

  it('of a person follow the system roles, as their code has them', () => {
    for (const { code } of systemRoles) {
      const { permissions: rights } = recordOf(aPersonalRow({ system_code: code }));
      expect(new Set(rights)).toEqual(new Set(among(null, grantableTo('personal'), permissionsOf(code))));
    }
  });

  it('of a person without a role, or who has left, are none', () => {
    expect(recordOf(aPersonalRow()).permissions).toEqual([]);
    expect(recordOf(aPersonalRow({ member_status: null })).permissions).toEqual([]);
  });

  it('are one list and one ability for all keys that may do the same, and nobody can change them', () => {
    const shared = new SharedRights();
    const [one, another] = ['one', 'another'].map((id) => {
      const row = aProductRow({ id, ...anOffer('orders:read', 'orders:refund') });
      return toRecord(row, [row], catalogue, shared);
    });

    expect(one).toMatchObject({
      permissions: ['sales-invoices:read'],
      productPermissions: ['orders:read', 'orders:refund'],
    });
    for (const part of ['permissions', 'productPermissions', 'ability', 'verifiedAbility'] as const) {
      expect(another?.[part]).toBe(one?.[part]);
      expect(Object.isFrozen(one?.[part])).toBe(true);
    }
  });

  it('are apart where keys may do different things', () => {
    const shared = new SharedRights();
    const [reading, both] = [['orders:read'], ['orders:read', 'orders:refund']].map((names) => {
      const row = aProductRow(anOffer(...names));
      return toRecord(row, [row], catalogue, shared);
    });

    expect(reading?.productPermissions).toEqual(['orders:read']);
    expect(both?.productPermissions).toEqual(['orders:read', 'orders:refund']);
    expect(both?.ability).toBe(reading?.ability);
    expect(reading && allows(reading.verifiedAbility, 'orders:refund')).toBe(false);
  });

  it('forget what a later version dropped, wherever it is stored', () => {
    const dropped = '["fax:send","sales-invoices:read"]';
    expect(recordOf(aRow({ permissions: dropped })).permissions).toEqual(['sales-invoices:read']);
    expect(recordOf(aProductRow({ grants: dropped })).permissions).toEqual(['sales-invoices:read']);
    expect(recordOf(aPersonalRow({ role_permissions: dropped })).permissions).toEqual([
      'sales-invoices:read',
    ]);
  });
});

describe('the owner of a key', () => {
  it('is who it is for', () => {
    expect(recordOf(aPersonalRow()).owner).toMatchObject({ id: 'owner', username: 'ani@acme.test' });
  });

  it('may sign in with it when any role says so, though no key can hold that right itself', () => {
    const [member, signIn] = [roleOf(['sales-invoices:read']), roleOf(['keys.personal:sign-in'])];
    const { owner, permissions: rights } = recordOf(aPersonalRow(member), aPersonalRow(signIn));
    expect(owner?.signInGranted).toBe(true);
    expect(rights).toEqual(['sales-invoices:read']);
  });

  it('may not when no role says so, what the key asks for notwithstanding', () => {
    const asking = { permissions: '["keys.personal:sign-in"]' };
    expect(recordOf(aPersonalRow({ ...asking, ...roleOf(['users:read']) })).owner?.signInGranted).toBe(false);
    expect(recordOf(aPersonalRow({ ...asking, member_status: null })).owner?.signInGranted).toBe(false);
  });
});
