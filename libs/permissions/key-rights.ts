import { businessPermissions, catalogue, isPermission, type Permission } from './catalogue';
import type { KeyAction } from './key-actions';

/** The kinds that belong to a company. The operator's `service` keys do not, and no permission of a company names them. */
export const keyKinds = ['company', 'product', 'personal'] as const;

export type KeyKind = (typeof keyKinds)[number];

/**
 * The permission to do this to keys of this kind; of personal keys, to one's own.
 *
 * @returns for example `keys.company:read`
 */
export function keyPermission<const K extends KeyKind, const A extends KeyAction>(
  kind: K,
  action: A,
): `keys.${K}:${A}` {
  return `keys.${kind}:${action}`;
}

/**
 * The permissions of which a route asks for any one, before it is known which key is at hand.
 *
 * @returns one per kind, and where there is one the permission for everyone's personal keys
 */
export function anyKindMay(action: KeyAction): readonly Permission[] {
  const everyones = `keys.personal.any:${action}`;
  const perKind = keyKinds.map((kind): Permission => keyPermission(kind, action));
  return isPermission(everyones) ? [...perKind, everyones] : perKind;
}

/**
 * What a key of this kind can hold at most. The rights of the owner and of the product narrow it further, elsewhere.
 *
 * @returns company, product: the business modules and `keys:verify`; personal: whatever a user can hold, but only
 *   `read` on what would let a leaked key make keys or people, which are `keys.*`, users, roles, settings and company
 */
export function grantableTo(kind: KeyKind): readonly Permission[] {
  switch (kind) {
    case 'company':
    case 'product':
      return [...businessPermissions, 'keys:verify'];
    case 'personal':
      return catalogue.flatMap<Permission>(({ resource, permissions }) =>
        isReadOnlyToKeys(resource) ? permissions.filter(isRead) : permissions,
      );
  }
}

function isReadOnlyToKeys(resource: string): boolean {
  return resource.startsWith('keys.') || ['users', 'roles', 'settings', 'company'].includes(resource);
}

function isRead(permission: Permission): boolean {
  return permission.endsWith(':read');
}
