import { type KeyKind, keyKinds, type Permission } from '../../../libs/permissions';
import { withoutProducts } from '../../../test/support/catalogue';
import { Problem } from '../../platform/http';
import { momentsOf } from '../../platform/time-zones';
import { type KeyPolicy } from '../../settings';
import { expiryToStore, assertProductFits, assertNameGiven, readKeyPermissions } from './key-input';

const now = new Date('2026-06-15T09:00:00.000Z');
const issuedAt = new Date('2026-06-01T09:00:00.000Z');

function aPolicy(choice: Partial<KeyPolicy>): KeyPolicy {
  const stepUp = { generate: 'none', reveal: 'none', rotate: 'none', revoke: 'none' } as const;
  const lax = { enabled: true, maxActive: null, nameRequired: false, maxLifetimeDays: null } as const;
  return {
    ...lax,
    visibility: 'once',
    format: 'prefixed',
    stepUp,
    machines: 'refuse',
    selfRotate: false,
    onHolderReport: 'disable',
    ...choice,
  };
}

/** The fields that a 422 names, or null where the input is granted. */
function fieldsRefused(input: () => unknown): object | null {
  try {
    input();
    return null;
  } catch (error) {
    if (!(error instanceof Problem) || error.kind.status !== 422) throw error;
    return Object.fromEntries((error.details.errors ?? []).map(({ pointer, detail }) => [pointer, detail]));
  }
}

describe('a key without a name', () => {
  const input = (nameRequired: boolean, name: string | null) => () =>
    assertNameGiven(aPolicy({ nameRequired }), name);

  it('422 is refused only where the company wants names', () => {
    expect(fieldsRefused(input(true, null))).toEqual({ '/name': expect.any(String) });
    expect(fieldsRefused(input(true, 'Zapier'))).toBeNull();
    expect(fieldsRefused(input(false, null))).toBeNull();
  });
});

describe('the product of a key', () => {
  const input = (kind: KeyKind, product: string | null) =>
    fieldsRefused(() => assertProductFits(kind, product));

  it('422 is refused where a product key names none, or another key names one', () => {
    for (const [kind, product] of [
      ['product', null],
      ['company', 'qris'],
      ['personal', 'qris'],
    ] as const)
      expect(input(kind, product)).toEqual({ '/product': expect.any(String) });
  });

  it('is named by product keys only', () => {
    expect(input('product', 'qris')).toBeNull();
    expect(input('company', null)).toBeNull();
    expect(input('personal', null)).toBeNull();
  });
});

describe('the expiry of a key', () => {
  const stored = (asked: string | null, maxLifetimeDays: number | null, kind: KeyKind = 'company') =>
    expiryToStore(kind, aPolicy({ maxLifetimeDays }), asked === null ? null : momentsOf(asked, 'UTC'), {
      ...{ now, issuedAt },
    });

  it('is none when none is asked for, so that a maximum that is raised later gives that much more', () => {
    expect(stored(null, 30, 'company')).toBeNull();
    expect(stored(null, 30, 'product')).toBeNull();
  });

  it('is the maximum of the day for a personal key, so that one that is raised later gives it no more', () => {
    expect(stored(null, 30, 'personal')).toEqual(new Date('2026-07-01T09:00:00.000Z'));
    expect(stored('2026-06-20', 30, 'personal')).toEqual(new Date('2026-06-20T23:59:59.999Z'));
  });

  it('is what is asked for', () => {
    expect(stored('2026-06-20', null)).toEqual(new Date('2026-06-20T23:59:59.999Z'));
  });

  it('is counted from when the secret was issued, not from now', () => {
    expect(stored('2026-07-01T09:00:00Z', 30)).toEqual(new Date('2026-07-01T09:00:00Z'));
    expect(fieldsRefused(() => stored('2026-07-02T09:00:00Z', 30))).toEqual({
      '/expiresAt': 'is beyond the maximum of 30 days',
    });
  });

  it('422 is refused in the past, with a maximum or without', () => {
    for (const kind of keyKinds)
      for (const maximum of [null, 30, 1]) {
        const input = () => stored('2026-06-15T09:00:00Z', maximum, kind);
        expect(fieldsRefused(input)).toEqual({ '/expiresAt': 'is in the past' });
      }
  });
});

describe('the permissions of a key', () => {
  const input = (kind: KeyKind, ...asked: Permission[]) =>
    fieldsRefused(() => readKeyPermissions(withoutProducts, kind, null, asked));

  it('422 are refused one by one, each where it stands', () => {
    expect(
      input('company', 'sales-invoices:read', 'keys.company:generate', 'keys:verify', 'users:read'),
    ).toEqual({
      '/permissions/1': 'A company key cannot hold keys.company:generate.',
      '/permissions/3': 'A company key cannot hold users:read.',
    });
  });

  it('422 never include changing keys, people, roles, settings or the company, of whatever kind the key is', () => {
    const never = [
      'keys.personal:generate',
      'users:create',
      'roles:update',
      'settings:update',
      'company:submit',
    ] as const;
    for (const kind of keyKinds) {
      expect(Object.keys(input(kind, ...never) ?? {})).toHaveLength(never.length);
    }
  });

  it('422 are refused as all of a resource of which such a key can hold nothing', () => {
    expect(input('company', 'sales-invoices:*', 'users:*', 'faxes:*')).toEqual({
      '/permissions/1': 'A company key cannot hold users:*.',
      '/permissions/2': 'A company key cannot hold faxes:*.',
    });
  });

  it('may be all of the business modules, or nothing', () => {
    expect(input('company', 'sales-invoices:read', 'sales-invoices:create', 'keys:verify')).toBeNull();
    expect(input('company')).toBeNull();
  });
});
