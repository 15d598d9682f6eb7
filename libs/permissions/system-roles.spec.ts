import { catalogue, permissions, permissionsOf } from '../../test/support/catalogue';
import { systemRoles, type Permission } from './index';

const columns = [
  'owner',
  'superadmin',
  'admin',
  'system-administrator',
  'member',
  'api-key-generate',
  'api-key-sign-in',
] as const;

// Section 8 of the design, row by row and cell by cell. Written out and not derived: it is the proof, not a copy.
const matrix: Record<string, readonly [rights: readonly string[], ...cells: readonly string[]]> = {
  'read the company': [['company:read'], 'yes', 'yes', 'yes', 'yes', 'yes', '-', '-'],
  'see the products': [['products:read'], 'yes', 'yes', 'yes', 'yes', 'yes', '-', '-'],
  'change the company': [['company:update'], 'yes', 'yes', 'yes', '-', '-', '-', '-'],
  'submit the company': [['company:submit'], 'yes', 'yes', '-', '-', '-', '-', '-'],
  'request products': [['products:request'], 'yes', 'yes', 'yes', '-', '-', '-', '-'],
  'govern members': [
    ['users:read', 'users:create', 'users:update', 'users:delete'],
    ...['yes', 'yes', 'yes', '-', '-', '-', '-'],
  ],
  'govern roles': [
    ['roles:read', 'roles:create', 'roles:update', 'roles:delete'],
    ...['yes', 'yes', 'yes', '-', '-', '-', '-'],
  ],
  'govern settings, see events and usage, verify keys': [
    ['settings:read', 'settings:update', 'events:read', 'usage:read', 'keys:verify'],
    ...['yes', 'yes', 'yes', 'yes', '-', '-', '-'],
  ],
  'govern company keys': [
    [
      ...['keys.company:read', 'keys.company:generate', 'keys.company:update'],
      ...['keys.company:reveal', 'keys.company:rotate', 'keys.company:revoke', 'keys.company:import'],
    ],
    ...['yes', '-', '-', 'yes', '-', '-', '-'],
  ],
  'govern product keys': [
    [
      ...['keys.product:read', 'keys.product:generate', 'keys.product:update'],
      ...['keys.product:reveal', 'keys.product:rotate', 'keys.product:revoke', 'keys.product:import'],
    ],
    ...['yes', 'yes', 'yes', '-', '-', '-', '-'],
  ],
  'govern service accounts': [
    [
      ...['service-accounts:read', 'service-accounts:create'],
      ...['service-accounts:update', 'service-accounts:delete'],
    ],
    ...['yes', 'yes', 'yes', 'yes', '-', '-', '-'],
  ],
  'see, change and revoke machine keys': [
    ['keys.machine:read', 'keys.machine:update', 'keys.machine:revoke'],
    ...['yes', 'yes', 'yes', 'yes', '-', '-', '-'],
  ],
  'have the secrets of machine keys': [
    ['keys.machine:generate', 'keys.machine:rotate'],
    ...['yes', '-', '-', 'yes', '-', '-', '-'],
  ],
  'see and revoke personal keys of everyone': [
    ['keys.personal.any:read', 'keys.personal.any:revoke'],
    ...['yes', 'yes', 'yes', '-', '-', '-', '-'],
  ],
  'have own personal keys': [
    [
      ...['keys.personal:read', 'keys.personal:generate', 'keys.personal:update'],
      ...['keys.personal:reveal', 'keys.personal:rotate', 'keys.personal:revoke'],
    ],
    ...['-', '-', '-', '-', '-', 'yes', '-'],
  ],
  'sign in with own personal keys': [['keys.personal:sign-in'], ...['-', '-', '-', '-', '-', '-', 'yes']],
};

describe('system roles', () => {
  it('are these, in this order, under these names', () => {
    expect(systemRoles.map(({ code, name }) => `${code}: ${name}`)).toEqual([
      'owner: Owner',
      'superadmin: Superadmin',
      'admin: Admin',
      'system-administrator: System Administrator',
      'member: Member',
      'api-key-generate: API Key Generate',
      'api-key-sign-in: API Key Sign In',
    ]);
  });

  describe.each(Object.entries(matrix))('%s', (_right, [rights, ...cells]) => {
    it.each(columns.map((code, column) => [code, cells[column]] as const))('%s: %s', (code, cell) => {
      const holds: readonly string[] = permissionsOf(code);
      const held = rights.filter((right) => holds.includes(right));

      expect(held).toEqual(cell === 'yes' ? rights : []);
    });
  });

  it.each(columns)('%s has nothing but what the matrix names and the business modules', (code) => {
    const named = Object.values(matrix).flatMap(([rights]) => rights);
    const rest = permissionsOf(code).filter((permission) => !named.includes(permission));

    expect(rest).toEqual(code.startsWith('api-key-') ? [] : catalogue.business);
  });

  it.each(columns)('%s names only what the catalogue has, and nothing twice', (code) => {
    const known: readonly string[] = permissions;
    const held = permissionsOf(code);

    expect(held.filter((permission) => !known.includes(permission))).toEqual([]);
    expect(new Set(held).size).toBe(held.length);
  });

  it('leave one’s own personal keys to two roles, and all else to the others', () => {
    const isOwnKeys = (permission: Permission): boolean => permission.startsWith('keys.personal:');
    const holders = systemRoles.filter(({ code }) => permissionsOf(code).some(isOwnKeys));

    expect(holders.map(({ code }) => code)).toEqual(['api-key-generate', 'api-key-sign-in']);
    expect(holders.every(({ code }) => permissionsOf(code).every(isOwnKeys))).toBe(true);
  });

  it.each(['owner', 'superadmin', 'admin', 'system-administrator'] as const)(
    'include Member in %s',
    (code) => {
      expect(permissionsOf(code)).toEqual(expect.arrayContaining([...permissionsOf('member')]));
    },
  );
});
