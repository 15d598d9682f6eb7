import {
  type CompanyPermissions,
  type HoldingRole,
  holdsAllOf,
  type Permission,
  type SystemRoleCode,
} from '../../libs/permissions';
import { type Principal } from '../tenancy';
import { type RoleEntity } from './role.entity';
import { roleNotYours } from './roles.problems';

// Whoever may update users may give these two: they only let a member make and use keys that can do no more than the member.
const freelyGiven: readonly SystemRoleCode[] = ['api-key-generate', 'api-key-sign-in'];

/** Refuses a principal who does not hold all of these permissions; one's own personal keys aside, as `libs/permissions` says. */
export function assertHoldsAll(principal: Principal, permissions: Iterable<Permission>): void {
  if (!holdsAllOf(principal, permissions)) throw roleNotYours();
}

/**
 * Refuses a principal who does not hold everything that these roles have. A permission that this version does not know may be one
 * that another version grants, on the same database or later, and one of a product that is switched off may return; only someone
 * with all that an Owner has may decide about it.
 */
export function assertHoldsRoles(
  principal: Principal,
  roles: readonly HoldingRole[],
  held: CompanyPermissions,
): void {
  assertHoldsAll(
    principal,
    roles.flatMap((role) => held.ofRole(role)),
  );
  const listed = roles.flatMap(({ systemCode, permissions }) =>
    systemCode === null && permissions !== null ? permissions : [],
  );
  if (held.unknownIn(listed).length > 0)
    assertHoldsAll(principal, held.ofRole({ systemCode: 'owner', permissions: null }));
}

/** Refuses a principal who may not give or take this role. @throws as `assertHoldsRoles`. */
export function assertAssignable(principal: Principal, role: RoleEntity, held: CompanyPermissions): void {
  if (role.systemCode !== null && freelyGiven.includes(role.systemCode)) return;
  assertHoldsRoles(principal, [role], held);
}
