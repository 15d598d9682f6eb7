import { businessPermissions, catalogue, isPermission } from './catalogue';
import { knownPermissions, permissions, type Permission } from './index';

describe('the catalogue', () => {
  it('names every permission of the platform', () => {
    const business: readonly string[] = businessPermissions;

    expect(permissions.filter((permission) => !business.includes(permission))).toEqual([
      ...['company:read', 'company:update', 'company:submit'],
      ...['users:read', 'users:create', 'users:update', 'users:delete'],
      ...['roles:read', 'roles:create', 'roles:update', 'roles:delete'],
      ...['settings:read', 'settings:update'],
      ...['products:read', 'products:request'],
      ...['events:read', 'usage:read', 'keys:verify'],
      ...['keys.company:read', 'keys.company:generate', 'keys.company:update'],
      ...['keys.company:reveal', 'keys.company:rotate', 'keys.company:revoke'],
      ...['keys.product:read', 'keys.product:generate', 'keys.product:update'],
      ...['keys.product:reveal', 'keys.product:rotate', 'keys.product:revoke'],
      ...['keys.personal:read', 'keys.personal:generate', 'keys.personal:update'],
      ...['keys.personal:reveal', 'keys.personal:rotate', 'keys.personal:revoke'],
      ...['keys.personal:sign-in', 'keys.personal.any:read', 'keys.personal.any:revoke'],
    ]);
  });

  it('counts sales invoices, and nothing of the platform, as business', () => {
    expect(businessPermissions).toEqual(
      expect.arrayContaining(['sales-invoices:read', 'sales-invoices:create']),
    );
    expect(businessPermissions).not.toContain('keys:verify');
  });

  it('names nothing twice, and nothing that CASL reads as "everything"', () => {
    const resources = catalogue.map(({ resource }): string => resource);
    const actions = catalogue.flatMap<string>((entry) => entry.actions);

    expect(new Set(resources).size).toBe(resources.length);
    expect(new Set(permissions).size).toBe(permissions.length);
    expect(resources).not.toContain('all');
    expect(actions).not.toContain('manage');
  });

  it('spells resources and actions in lower case, so that one colon parts them', () => {
    expect(permissions.filter((permission) => !/^[a-z.-]+:[a-z-]+$/.test(permission))).toEqual([]);
  });

  it('makes a type that knows every permission and no other', () => {
    const known: Permission = 'keys.personal:sign-in';
    // @ts-expect-error Only a personal key can be used to sign in.
    const unknown: Permission = 'keys.company:sign-in';

    expect([isPermission(known), isPermission(unknown)]).toEqual([true, false]);
  });
});

describe('isPermission', () => {
  it.each([
    '',
    ':',
    'company',
    'company:',
    ':read',
    'Company:read',
    'company:read ',
    'company:delete',
    'toString',
  ])('refuses %j', (text) => {
    expect(isPermission(text)).toBe(false);
  });
});

describe('knownPermissions', () => {
  it('keeps the order and drops what the catalogue does not have', () => {
    expect(knownPermissions(['users:read', 'faxes:send', '', 'company:read'])).toEqual([
      'users:read',
      'company:read',
    ]);
  });
});
