import { useMemo } from 'react';
import { abilityFor, allows, type ManagementPermission } from '../../../libs/permissions';
import { useSession } from './use-session';

export interface Can {
  /** Whether this session may do it, here, in this company. What it says no to is not shown. */
  readonly can: (permission: ManagementPermission) => boolean;
  readonly canAny: (permissions: readonly ManagementPermission[]) => boolean;
  /**
   * Opened with a key instead of a password: it holds no permission to change keys, people or settings, and the API refuses
   * it step-up and one's own secrets. Pages ask this where they change what needs no permission, as in *My settings*.
   */
  readonly readOnly: boolean;
}

/** What the signed-in person may do, by the same rules as the server. */
export function useCan(): Can {
  const { permissions, method } = useSession();
  return useMemo(() => {
    const ability = abilityFor(permissions);
    const can = (permission: ManagementPermission): boolean => allows(ability, permission);
    return { can, canAny: (several) => several.some(can), readOnly: method === 'api-key' };
  }, [permissions, method]);
}
