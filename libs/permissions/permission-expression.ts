import { allows, type Ability } from './ability';
import { type Permission } from './resource';

/** What permissions are required: one, any of several, or all of several, nested as deep as somebody needs. */
export type PermissionExpression =
  | Permission
  | { readonly anyOf: readonly PermissionExpression[] }
  | { readonly allOf: readonly PermissionExpression[] };

/** Whether an ability includes what is required. */
export function satisfies(ability: Ability, required: PermissionExpression): boolean {
  if (typeof required === 'string') return allows(ability, required);
  if ('anyOf' in required) return required.anyOf.some((part) => satisfies(ability, part));
  return required.allOf.every((part) => satisfies(ability, part));
}

/** @returns the permissions that are named, each once, in their order */
export function permissionsIn(required: PermissionExpression): Permission[] {
  if (typeof required === 'string') return [required];
  const parts = 'anyOf' in required ? required.anyOf : required.allOf;
  return [...new Set(parts.flatMap(permissionsIn))];
}
