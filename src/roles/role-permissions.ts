import { type Permission, type PermissionCatalogue } from '../../libs/permissions';
import { type RoleEntity } from './role.entity';

/** What a role grants. A stored permission that a later version dropped grants nothing. */
export function permissionsOfRole(
  catalogue: PermissionCatalogue,
  role: Pick<RoleEntity, 'systemCode' | 'permissions'>,
): readonly Permission[] {
  if (role.systemCode === null) return catalogue.among(role.permissions ?? []);
  return catalogue.ofSystemRole(role.systemCode);
}
