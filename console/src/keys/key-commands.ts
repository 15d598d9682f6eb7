import { isChangeable, isOver, type Key } from './key';
import type { KeyRights } from './use-key-rights';

/** What can be done to a key in a list. */
export type KeyCommand = 'rotate' | 'disable' | 'enable' | 'leak' | 'revoke' | 'delete';

/** What this person may do to this key as it is, in the order of a menu. */
export function commandsOn(key: Key, may: KeyRights['may']): readonly KeyCommand[] {
  const changes = isChangeable(key);
  const canEnd = may('revoke', key);
  return [
    ...(changes && may('rotate', key) ? (['rotate'] as const) : []),
    ...(changes && may('update', key) ? switchOf(key) : []),
    ...(canEnd && !isOver(key) ? (['leak', 'revoke'] as const) : []),
    ...(canEnd && key.deletedAt === null ? (['delete'] as const) : []),
  ];
}

/** One that has expired gets another expiry before it is enabled. */
function switchOf({ disabledAt, status }: Key): readonly KeyCommand[] {
  if (disabledAt === null) return ['disable'];
  return status === 'expired' ? [] : ['enable'];
}
