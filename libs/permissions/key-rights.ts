import type { KeyAction } from './key-actions';
import { type ManagementPermission, managementPermissions } from './management';

/** The kinds that belong to a company. The operator's `service` keys do not, and no permission of a company names them. */
export const keyKinds = ['company', 'product', 'personal', 'machine'] as const;

export type KeyKind = (typeof keyKinds)[number];

/**
 * The permission to do this to keys of this kind; of personal keys, to one's own. Nobody can hold `keys.machine:reveal`, which is in
 * no catalogue: a machine key is shown once.
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
export function anyKindMay(action: KeyAction): readonly ManagementPermission[] {
  const candidates: readonly string[] = [
    ...keyKinds.map((kind) => keyPermission(kind, action)),
    `keys.personal.any:${action}`,
  ];
  return managementPermissions.filter((permission) => candidates.includes(permission));
}
