import { catalogue } from '../../test/support/catalogue';
import { anyKindMay, keyPermission, type KeyKind } from './index';

const businessPermissions = catalogue.business;
const grantableTo = (kind: KeyKind) => catalogue.grantableTo(kind);

describe('keyPermission', () => {
  it('names the permission by kind and action', () => {
    expect(keyPermission('company', 'read')).toBe('keys.company:read');
    expect(keyPermission('personal', 'rotate')).toBe('keys.personal:rotate');
  });
});

describe('anyKindMay', () => {
  it.each(['read', 'revoke'] as const)('adds the personal keys of everyone to %s', (action) => {
    expect(anyKindMay(action)).toEqual([
      `keys.company:${action}`,
      `keys.product:${action}`,
      `keys.personal:${action}`,
      `keys.personal.any:${action}`,
      `keys.machine:${action}`,
    ]);
  });

  it.each(['generate', 'update', 'rotate'] as const)('has one per kind for %s', (action) => {
    expect(anyKindMay(action)).toEqual([
      `keys.company:${action}`,
      `keys.product:${action}`,
      `keys.personal:${action}`,
      `keys.machine:${action}`,
    ]);
  });

  it('shows no machine key again', () => {
    expect(anyKindMay('reveal')).toEqual([
      'keys.company:reveal',
      'keys.product:reveal',
      'keys.personal:reveal',
    ]);
  });
});

describe('grantableTo', () => {
  it.each(['company', 'product'] as const)('gives a %s key the business modules and verification', (kind) => {
    expect(grantableTo(kind)).toEqual([...businessPermissions, 'keys:verify']);
  });

  it('gives a personal key what a user has, but of keys, people and company only reading', () => {
    expect(grantableTo('personal')).toEqual([
      ...['company:read', 'users:read', 'roles:read', 'settings:read'],
      ...['products:read', 'products:request', 'events:read', 'usage:read', 'keys:verify'],
      ...['keys.company:read', 'keys.product:read', 'keys.personal:read', 'keys.personal.any:read'],
      ...['service-accounts:read', 'keys.machine:read'],
      ...businessPermissions,
    ]);
  });

  it('gives a machine key the keys of its company, and no people and their keys, roles, settings, secrets and machines', () => {
    expect(grantableTo('machine')).toEqual([
      ...['company:read', 'settings:read'],
      ...['products:read', 'products:request', 'events:read', 'usage:read', 'keys:verify'],
      ...['read', 'generate', 'update', 'rotate', 'revoke'].map((action) => `keys.company:${action}`),
      ...['read', 'generate', 'update', 'rotate', 'revoke'].map((action) => `keys.product:${action}`),
      ...['service-accounts:read'],
      ...['keys.machine:read', 'keys.machine:update', 'keys.machine:rotate', 'keys.machine:revoke'],
      ...businessPermissions,
    ]);
  });

  it.each(['company', 'product', 'personal'] as const)(
    'lets no %s key make, show, end or sign in with keys',
    (kind) => {
      const onKeys = grantableTo(kind).filter((permission) => permission.startsWith('keys.'));

      expect(onKeys.filter((permission) => !permission.endsWith(':read'))).toEqual([]);
    },
  );
});
