import fc from 'fast-check';
import { abilityFor, type Permission, type SystemRoleCode, systemRoles } from '../../libs/permissions';
import { permissions, permissionsOf, withoutProducts } from '../../test/support/catalogue';
import { Problem } from '../platform/http';
import { type Principal } from '../tenancy';
import { type RoleEntity } from './role.entity';
import { assertAssignable, assertHoldsAll, assertHoldsRoles } from './role-power';

function someoneWith(held: Iterable<Permission>): Principal {
  // A cast: power is a matter of what is held alone.
  return { ability: abilityFor(held), productPermissions: [] as const } as Partial<Principal> as Principal;
}

function someoneAs(code: SystemRoleCode): Principal {
  return someoneWith(permissionsOf(code));
}

function systemRole(code: SystemRoleCode): RoleEntity {
  return {
    id: code,
    companyId: 'company',
    nameSkeleton: null,
    name: code,
    systemCode: code,
    permissions: null,
  };
}

function customRole(permissions: string[], name = 'Custom'): RoleEntity {
  return { id: name, companyId: 'company', nameSkeleton: null, name, systemCode: null, permissions };
}

function isRefused(act: () => void): boolean {
  try {
    act();
    return false;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.kind).toMatchObject({ status: 403, code: 'role-exceeds-yours' });
    return true;
  }
}

const codes = systemRoles.map((role) => role.code);

describe('giving a role to somebody, or taking it', () => {
  it.each([
    ['owner', codes],
    ['superadmin', ['superadmin', 'admin', 'member', 'api-key-generate', 'api-key-sign-in']],
    ['admin', ['admin', 'member', 'api-key-generate', 'api-key-sign-in']],
    ['system-administrator', ['system-administrator', 'member', 'api-key-generate', 'api-key-sign-in']],
    ['member', ['member', 'api-key-generate', 'api-key-sign-in']],
  ] as const)('%s holds enough for %j and no other', (code, assignable) => {
    const allowed = codes.filter(
      (role) => !isRefused(() => assertAssignable(someoneAs(code), systemRole(role), withoutProducts)),
    );
    expect(allowed).toEqual(assignable);
  });

  it('403 is refused for a custom role exactly when it has a right one lacks, those over one’s own keys aside', () => {
    const some = fc.subarray([...permissions]);
    fc.assert(
      fc.property(some, some, (held, granted) => {
        const lacking = granted.filter(
          (right) => !held.includes(right) && !right.startsWith('keys.personal:'),
        );
        const refused = isRefused(() =>
          assertAssignable(someoneWith(held), customRole(granted), withoutProducts),
        );
        expect(refused).toBe(lacking.length > 0);
        expect(isRefused(() => assertHoldsAll(someoneWith(held), granted))).toBe(refused);
      }),
    );
  });

  it('403 is refused for everyone’s personal keys, which are not one’s own', () => {
    expect(isRefused(() => assertHoldsAll(someoneWith([]), ['keys.personal.any:read']))).toBe(true);
    expect(isRefused(() => assertHoldsAll(someoneWith([]), ['keys.personal:sign-in']))).toBe(false);
  });

  it('403 is refused for a role with an unknown permission, to all but an Owner', () => {
    const role = customRole(['fax:send']);
    const allowed = codes.filter(
      (code) => !isRefused(() => assertAssignable(someoneAs(code), role, withoutProducts)),
    );
    expect(allowed).toEqual(['owner']);
  });

  it('403 is refused for several roles by the one that exceeds, an unknown permission too', () => {
    const refused = (...roles: RoleEntity[]) =>
      isRefused(() => assertHoldsRoles(someoneAs('admin'), roles, withoutProducts));

    expect(refused(systemRole('member'), customRole(['users:read']))).toBe(false);
    expect(refused(systemRole('member'), systemRole('owner'))).toBe(true);
    expect(refused(systemRole('member'), customRole(['fax:send']))).toBe(true);
  });

  it('403 is not fooled by a custom role that is named like one that is freely given', () => {
    const role = customRole(['users:delete'], 'api-key-generate');
    expect(isRefused(() => assertAssignable(someoneAs('member'), role, withoutProducts))).toBe(true);
  });
});
