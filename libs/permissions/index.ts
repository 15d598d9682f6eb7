export { abilityFor, allows, type Ability } from './ability';
export { PermissionCatalogue } from './catalogue';
export { holdsAllOf } from './comparable-rights';
export type { KeyAction } from './key-actions';
export { anyKindMay, keyKinds, keyPermission, type KeyKind } from './key-rights';
export { type ManagementPermission } from './management';
export { type Permission, type Resource, resource } from './resource';
export { systemRoles, type SystemRoleCode } from './system-roles';
