import {
  holdsAllOf,
  type Permission,
  type PermissionCatalogue,
  type SystemRoleCode,
} from '../../libs/permissions';
import { type Principal } from '../tenancy';
import { type RoleEntity } from './role.entity';
import { permissionsOfRole } from './role-permissions';
import { roleNotYours } from './roles.problems';

// Whoever may update users may give these two: they only let a member make and use keys that can do no more than the member.
const freelyGiven: readonly SystemRoleCode[] = ['api-key-generate', 'api-key-sign-in'];

/** Refuses a principal who does not hold all of these permissions; one's own personal keys aside, as `libs/permissions` says. */
export function assertHoldsAll(principal: Principal, permissions: Iterable<Permission>): void {
  if (!holdsAllOf(principal.ability, permissions)) throw roleNotYours();
}

/**
 * Refuses a principal who does not hold everything that this role has. A permission that this version does not know may be one
 * that another version grants, on the same database or later; only someone with all that an Owner has may decide about it.
 */
export function assertAssignable(
  principal: Principal,
  role: RoleEntity,
  catalogue: PermissionCatalogue,
): void {
  if (role.systemCode !== null && freelyGiven.includes(role.systemCode)) return;
  assertHoldsAll(principal, permissionsOfRole(catalogue, role));
  if (hasUnknown(role, catalogue)) assertHoldsAll(principal, catalogue.ofSystemRole('owner'));
}

function hasUnknown({ systemCode, permissions }: RoleEntity, catalogue: PermissionCatalogue): boolean {
  return systemCode === null && (permissions ?? []).some((permission) => !catalogue.has(permission));
}
