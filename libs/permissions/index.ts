export { abilityFor, allows, type Ability } from './ability';
export { knownPermissions, permissions, type Permission } from './catalogue';
export { holdsAllOf } from './comparable-rights';
export type { KeyAction } from './key-actions';
export { anyKindMay, grantableTo, keyKinds, keyPermission, type KeyKind } from './key-rights';
export { systemRoles, type SystemRoleCode } from './system-roles';
