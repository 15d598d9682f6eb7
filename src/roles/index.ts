export { RoleEntity, storedRolePermissions } from './role.entity';
export { assertAssignable, assertHoldsRoles } from './role-power';
export { RolesModule } from './roles.module';
export { SystemRoleRows } from './system-role-rows';
