import { knownPermissions, type Permission, systemRoles } from '../../libs/permissions';
import { type RoleEntity } from './role.entity';

/** What a role grants. A stored permission that a later version dropped grants nothing. */
export function permissionsOfRole(
  role: Pick<RoleEntity, 'systemCode' | 'permissions'>,
): readonly Permission[] {
  if (role.systemCode === null) return knownPermissions(role.permissions ?? []);
  return systemRoles.find((known) => known.code === role.systemCode)?.permissions ?? [];
}
