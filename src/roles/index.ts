export { RoleEntity } from './role.entity';
export { permissionsOfRole } from './role-permissions';
export { refuseMoreThanHeld, refuseUnassignable } from './role-power';
export { RolesModule } from './roles.module';
export { SystemRoleRows } from './system-role-rows';
