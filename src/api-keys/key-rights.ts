import {
  allows,
  grantableTo,
  type KeyAction,
  type KeyKind,
  keyKinds,
  keyPermission,
  knownPermissions,
  type Permission,
} from '../../libs/permissions';
import { forbidden } from '../access';
import { notFound } from '../platform/http';
import { type Principal } from '../tenancy';

/** The kinds of which the principal may do this. */
export function kindsAllowing(principal: Principal, action: KeyAction): KeyKind[] {
  return keyKinds.filter((kind) => allows(principal.ability, keyPermission(kind, action)));
}

/** Refuses who may not do this to keys of this kind. Who may not even read them is told that there is no such key. */
export function refuseWithout(principal: Principal, action: KeyAction, kind: KeyKind): void {
  if (action !== 'generate' && !kindsAllowing(principal, 'read').includes(kind)) throw notFound();
  if (!kindsAllowing(principal, action).includes(kind)) throw forbidden();
}

/**
 * What a key may do.
 * @param asked what was stored: null for all that its kind may have.
 */
export function permissionsOfKey(kind: KeyKind, asked: readonly string[] | null): readonly Permission[] {
  const most = grantableTo(kind);
  if (asked === null) return most;
  return knownPermissions(asked).filter((permission) => most.includes(permission));
}
