import { abilityFor, holdsAllOf } from '../../../libs/permissions';
import { useSession } from '../session/use-session';

/** Asks whether one holds all of these oneself: only such a role may one make, edit or give. As the server decides it. */
export function useHolding(): (permissions: readonly string[]) => boolean {
  // A session names what products protect among the others.
  const holder = { ability: abilityFor(useSession().permissions), productPermissions: [] };
  return (permissions) => holdsAllOf(holder, permissions);
}
