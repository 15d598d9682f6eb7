import { comparableRights } from './comparable-rights';
import { permissionsOf } from '../../test/support/catalogue';
import { abilityFor, holdsAllOf, systemRoles } from './index';

describe('comparableRights', () => {
  it('leaves out the rights over one’s own personal keys, and no other', () => {
    expect(
      comparableRights([
        'keys.personal:sign-in',
        'keys.personal.any:read',
        'keys.personal:read',
        'keys:verify',
        'keys.company:read',
      ]),
    ).toEqual(['keys.personal.any:read', 'keys:verify', 'keys.company:read']);
  });
});

describe('holdsAllOf', () => {
  const someone = (...held: string[]) => ({ ability: abilityFor(held), productPermissions: ['orders:read'] });
  const admin = someone('users:update', 'company:read');

  it('asks for each', () => {
    expect(holdsAllOf(admin, ['company:read', 'users:update'])).toBe(true);
    expect(holdsAllOf(admin, ['company:read', 'company:submit'])).toBe(false);
  });

  it('asks for those of products by name', () => {
    expect(holdsAllOf(admin, ['company:read', 'orders:read'])).toBe(true);
    expect(holdsAllOf(admin, ['company:read', 'orders:refund'])).toBe(false);
  });

  it('is true for none, and for rights over one’s own personal keys alone', () => {
    expect(holdsAllOf(admin, [])).toBe(true);
    expect(holdsAllOf(admin, ['keys.personal:generate', 'keys.personal:sign-in'])).toBe(true);
  });

  // Which role (down) may assign which (across), when nothing but the rights of the role decide.
  it.each([
    ['owner', 'yes yes yes yes yes yes yes'],
    ['superadmin', '- yes yes - yes yes yes'],
    ['admin', '- - yes - yes yes yes'],
    ['system-administrator', '- - - yes yes yes yes'],
    ['member', '- - - - yes yes yes'],
    ['api-key-generate', '- - - - - yes yes'],
  ] as const)('of %s covers the system roles: %s', (code, covered) => {
    const holder = someone(...permissionsOf(code));
    const cells = systemRoles.map((role) => (holdsAllOf(holder, permissionsOf(role.code)) ? 'yes' : '-'));

    expect(cells.join(' ')).toBe(covered);
  });
});
