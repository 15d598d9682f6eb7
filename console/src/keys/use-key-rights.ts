import { keyPermission } from '../../../libs/permissions';
import { useCan } from '../session/use-can';
import { useSession } from '../session/use-session';
import type { Key, KeyKind } from './key';

type KeyAct = 'update' | 'reveal' | 'rotate' | 'revoke';

export interface KeyRights {
  /** Whether one may do this to this key. What it says no to is not shown. */
  readonly may: (act: KeyAct, key: Pick<Key, 'kind' | 'owner'>) => boolean;
  readonly mayGenerate: (kind: KeyKind) => boolean;
}

/** What one may do to which key, by the same rules as the server. Who signed in with a key may change none. */
export function useKeyRights(): KeyRights {
  const { can, readOnly } = useCan();
  const { user } = useSession();
  return {
    may: (act, { kind, owner }) => {
      if (readOnly) return false;
      if (kind === 'personal' && act === 'revoke' && can('keys.personal.any:revoke')) return true;
      if (kind === 'personal' && owner?.id !== user.id) return false;
      // A machine key is shown once: nobody can hold the right to show one again.
      if (kind === 'machine') return act !== 'reveal' && can(keyPermission(kind, act));
      return can(keyPermission(kind, act));
    },
    mayGenerate: (kind) => !readOnly && can(keyPermission(kind, 'generate')),
  };
}
