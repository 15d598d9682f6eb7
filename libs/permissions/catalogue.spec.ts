import { catalogue, permissions } from '../../test/support/catalogue';
import { PermissionCatalogue, resource } from './index';
import { managementPermissions } from './management';

describe('the catalogue', () => {
  it('names every permission of the platform', () => {
    expect(managementPermissions).toEqual([
      ...['company:read', 'company:update', 'company:submit'],
      ...['users:read', 'users:create', 'users:update', 'users:delete'],
      ...['roles:read', 'roles:create', 'roles:update', 'roles:delete'],
      ...['settings:read', 'settings:update'],
      ...['products:read', 'products:request'],
      ...['events:read', 'usage:read', 'keys:verify'],
      ...['keys.company:read', 'keys.company:generate', 'keys.company:update'],
      ...['keys.company:reveal', 'keys.company:rotate', 'keys.company:revoke', 'keys.company:import'],
      ...['keys.product:read', 'keys.product:generate', 'keys.product:update'],
      ...['keys.product:reveal', 'keys.product:rotate', 'keys.product:revoke', 'keys.product:import'],
      ...['keys.personal:read', 'keys.personal:generate', 'keys.personal:update'],
      ...['keys.personal:reveal', 'keys.personal:rotate', 'keys.personal:revoke'],
      ...['keys.personal:sign-in', 'keys.personal.any:read', 'keys.personal.any:revoke'],
      ...['service-accounts:read', 'service-accounts:create'],
      ...['service-accounts:update', 'service-accounts:delete'],
      ...['keys.machine:read', 'keys.machine:generate', 'keys.machine:update'],
      ...['keys.machine:rotate', 'keys.machine:revoke'],
    ]);
  });

  it('has those, and then those of the business modules', () => {
    expect(permissions).toEqual([...managementPermissions, 'sales-invoices:read', 'sales-invoices:create']);
    expect(catalogue.business).toEqual(['sales-invoices:read', 'sales-invoices:create']);
  });

  it('says of each what people call it, and where it comes from', () => {
    expect(catalogue.entries.at(0)).toEqual({
      name: 'company:read',
      label: 'See the company',
      group: 'Company',
      source: 'management',
      product: null,
    });
    expect(catalogue.entries.at(-1)).toEqual({
      name: 'sales-invoices:create',
      label: 'Create invoices',
      group: 'Sales invoices',
      source: 'business',
      product: null,
    });
  });

  it('refuses a resource that two modules declare, or that is Kunci’s own', () => {
    const suppliers = resource('suppliers', 'Suppliers', { read: 'See the suppliers' });
    const users = resource('users', 'Other users', { read: 'See other users' });

    expect(() => new PermissionCatalogue([suppliers, suppliers])).toThrow('“suppliers” is declared twice');
    expect(() => new PermissionCatalogue([users])).toThrow('“users” is declared twice');
  });

  it('keeps, of stored texts, those that it has, in their order', () => {
    expect(catalogue.among(['users:read', 'faxes:send', '', 'company:read'])).toEqual([
      'users:read',
      'company:read',
    ]);
  });

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
  ])('does not have %j', (text) => {
    expect(catalogue.has(text)).toBe(false);
  });
});

describe('a resource', () => {
  it('has a permission for each action', () => {
    const { permissions: of } = resource('suppliers', 'Suppliers', { read: 'See', create: 'Add' });

    expect(of).toEqual(['suppliers:read', 'suppliers:create']);
  });

  it.each([
    ['all', 'read'],
    ['suppliers', 'manage'],
    ['Suppliers', 'read'],
    ['sup pliers', 'read'],
    ['suppliers', 'Read'],
    ['suppliers:read', 'all'],
    ['', 'read'],
    ['x'.repeat(49), 'read'],
  ])('is not called %j with an action %j', (name, action) => {
    expect(() => resource(name, 'A label', { [action]: 'A label' })).toThrow('cannot be a permission');
  });
});
