import { parseExpression, type PermissionExpression, permissionsIn } from '../../../libs/permissions';

export const maxCharacters = 1_000;
export const maxPermissions = 50;

/** What a caller requires of a key; or why nobody can tell. */
export type AskedPermissions =
  | { readonly required: PermissionExpression; readonly fault: null }
  | { readonly required: null; readonly fault: { readonly position: number } | 'too-many' | 'too-long' };

/** Reads the expression that another service asks with. */
export function readPermissions(text: string): AskedPermissions {
  if (text.length > maxCharacters) return { required: null, fault: 'too-long' };
  const parsed = parseExpression(text);
  if (parsed.required === null) return { required: null, fault: { position: parsed.position } };
  if (permissionsIn(parsed.required).length > maxPermissions) return { required: null, fault: 'too-many' };
  return { required: parsed.required, fault: null };
}
